"""What nine languages call months, weekdays and units. Made by a script.

``docs/make_cldr_names.py`` takes them from the Unicode Common Locale Data Repository
(CLDR, Unicode License v3). A line is a number, or the English name of the unit, and
the words for it in small letters.
"""

from __future__ import annotations

from typing import Final

MONTHS: Final = {
    "de": """
1: januar jan
2: februar feb
3: märz mär
4: april apr
5: mai
6: juni jun
7: juli jul
8: august aug
9: september sept sep
10: oktober okt
11: november nov
12: dezember dez
""",
    "fr": """
1: janvier janv
2: février févr
3: mars
4: avril avr
5: mai
6: juin
7: juillet juil
8: août
9: septembre sept
10: octobre oct
11: novembre nov
12: décembre déc
""",
    "es": """
1: enero ene
2: febrero feb
3: marzo mar
4: abril abr
5: mayo may
6: junio jun
7: julio jul
8: agosto ago
9: septiembre sept
10: octubre oct
11: noviembre nov
12: diciembre dic
""",
    "it": """
1: gennaio gen
2: febbraio feb
3: marzo mar
4: aprile apr
5: maggio mag
6: giugno giu
7: luglio lug
8: agosto ago
9: settembre set
10: ottobre ott
11: novembre nov
12: dicembre dic
""",
    "pt": """
1: janeiro jan
2: fevereiro fev
3: março mar
4: abril abr
5: maio mai
6: junho jun
7: julho jul
8: agosto ago
9: setembro set
10: outubro out
11: novembro nov
12: dezembro dez
""",
    "nl": """
1: januari jan
2: februari feb
3: maart mrt
4: april apr
5: mei
6: juni jun
7: juli jul
8: augustus aug
9: september sep
10: oktober okt
11: november nov
12: december dec
""",
    "ru": """
1: января январь янв
2: февраля февраль февр
3: марта март мар
4: апреля апрель апр
5: мая май
6: июня июнь июн
7: июля июль июл
8: августа август авг
9: сентября сентябрь сент
10: октября октябрь окт
11: ноября ноябрь нояб
12: декабря декабрь дек
""",
    "zh": """
1: 一月 1月
2: 二月 2月
3: 三月 3月
4: 四月 4月
5: 五月 5月
6: 六月 6月
7: 七月 7月
8: 八月 8月
9: 九月 9月
10: 十月 10月
11: 十一月 11月
12: 十二月 12月
""",
    "ja": """
1: 1月
2: 2月
3: 3月
4: 4月
5: 5月
6: 6月
7: 7月
8: 8月
9: 9月
10: 10月
11: 11月
12: 12月
""",
}

WEEKDAYS: Final = {
    "de": """
6: sonntag
0: montag
1: dienstag
2: mittwoch
3: donnerstag
4: freitag
5: samstag
""",
    "fr": """
6: dimanche
0: lundi
1: mardi
2: mercredi
3: jeudi
4: vendredi
5: samedi
""",
    "es": """
6: domingo
0: lunes
1: martes
2: miércoles
3: jueves
4: viernes
5: sábado
""",
    "it": """
6: domenica
0: lunedì
1: martedì
2: mercoledì
3: giovedì
4: venerdì
5: sabato
""",
    "pt": """
6: domingo
0: segunda-feira
1: terça-feira
2: quarta-feira
3: quinta-feira
4: sexta-feira
5: sábado
""",
    "nl": """
6: zondag
0: maandag
1: dinsdag
2: woensdag
3: donderdag
4: vrijdag
5: zaterdag
""",
    "ru": """
6: воскресенье
0: понедельник
1: вторник
2: среда
3: четверг
4: пятница
5: суббота
""",
    "zh": """
6: 星期日
0: 星期一
1: 星期二
2: 星期三
3: 星期四
4: 星期五
5: 星期六
""",
    "ja": """
6: 日曜日
0: 月曜日
1: 火曜日
2: 水曜日
3: 木曜日
4: 金曜日
5: 土曜日
""",
}

UNITS: Final = {
    "de": """
second: sekunde sekunden
minute: minute minuten
hour: stunde stunden
day: tag tage
week: woche wochen
month: monat monate
year: jahr jahre
century: jahrhundert jahrhunderte
mm: millimeter
cm: zentimeter
metre: meter
km: kilometer
mile: meile meilen
hectare: hektar
gram: gramm
kg: kilogramm
tonne: tonne tonnen
litre: liter
percent: prozent
""",
    "fr": """
second: seconde secondes
minute: minute minutes
hour: heure heures
day: jour jours
week: semaine semaines
month: mois
year: an ans
century: siècle siècles
mm: millimètre millimètres
cm: centimètre centimètres
metre: mètre mètres
km: kilomètre kilomètres
mile: mile miles
hectare: hectare hectares
gram: gramme grammes
kg: kilogramme kilogrammes
tonne: tonne tonnes
litre: litre litres
""",
    "es": """
second: segundo segundos
minute: minuto minutos
hour: hora horas
day: día días
week: semana semanas
month: mes meses
year: año años
century: siglo siglos
mm: milímetro milímetros
cm: centímetro centímetros
metre: metro metros
km: kilómetro kilómetros
mile: milla millas
hectare: hectárea hectáreas
gram: gramo gramos
kg: kilogramo kilogramos
tonne: tonelada toneladas
litre: litro litros
""",
    "it": """
second: secondo secondi
minute: minuto minuti
hour: ora ore
day: giorno giorni
week: settimana settimane
month: mese mesi
year: anno anni
century: secolo secoli
mm: millimetro millimetri
cm: centimetro centimetri
metre: metro metri
km: chilometro chilometri
mile: miglio miglia
hectare: ettaro ettari
gram: grammo grammi
kg: chilogrammo chilogrammi
litre: litro litri
percent: percento
""",
    "pt": """
second: segundo segundos
minute: minuto minutos
hour: hora horas
day: dia dias
week: semana semanas
month: mês meses
year: ano anos
century: século séculos
mm: milímetro milímetros
cm: centímetro centímetros
metre: metro metros
km: quilômetro quilômetros
mile: milha milhas
hectare: hectare hectares
gram: grama gramas
kg: quilograma quilogramas
litre: litro litros
""",
    "nl": """
second: seconde seconden
minute: minuut minuten
hour: uur
day: dag dagen
week: week weken
month: maand maanden
year: jaar
century: eeuw eeuwen
mm: millimeter
cm: centimeter
metre: meter
km: kilometer
mile: mijl
hectare: hectare
gram: gram
kg: kilogram
litre: liter
percent: procent
""",
    "ru": """
second: секунда секунды секунд
minute: минута минуты минут
hour: час часа часов
day: день дня дней
week: неделя недели недель
month: месяц месяца месяцев
year: год года лет
century: век века веков
mm: миллиметр миллиметра миллиметров
cm: сантиметр сантиметра сантиметров
metre: метр метра метров
km: километр километра километров
mile: миля мили миль
hectare: гектар гектара гектаров
gram: грамм грамма
kg: килограмм килограмма
tonne: тонна тонны тонн
litre: литр литра литров
percent: процент процента процентов
""",
    "zh": """
second: 秒钟
minute: 分钟
hour: 小时
day: 天
week: 周
month: 个月
year: 年
century: 个世纪
mm: 毫米
cm: 厘米
metre: 米
km: 公里
mile: 英里
hectare: 公顷
gram: 克
kg: 千克
tonne: 公吨
litre: 升
percent: %
""",
    "ja": """
second: 秒
minute: 分
hour: 時間
day: 日
week: 週間
month: か月
year: 年
century: 世紀
mm: ミリメートル
cm: センチメートル
metre: メートル
km: キロメートル
mile: マイル
hectare: ヘクタール
gram: グラム
kg: キログラム
tonne: トン
litre: リットル
percent: パーセント
""",
}
