"""Countries, their people and the capitals that stand for their governments."""

# ruff: noqa: E501 - one class a line, however long, is what can be proofread

from __future__ import annotations

from typing import Final

_TABLE: Final = """
afghanistan | afghan afghans | kabul
albania | albanian albanians | tirana
algeria | algerian algerians | algiers
angola | angolan angolans | luanda
argentina | argentine argentines argentinian argentinians | buenos-aires
armenia | armenian armenians | yerevan
australia | australian australians aussie | canberra
austria | austrian austrians | vienna
azerbaijan | azerbaijani azerbaijanis azeri azeris | baku
bahrain | bahraini bahrainis | manama
bangladesh | bangladeshi bangladeshis | dhaka
belarus | belarusian belarusians belarussian | minsk
belgium | belgian belgians | brussels
bolivia | bolivian bolivians | la-paz
bosnia bosnia-and-herzegovina | bosnian bosnians | sarajevo
botswana | botswanan | gaborone
brazil | brazilian brazilians | brasilia
britain united-kingdom uk great-britain | british britons briton brits | london downing-street whitehall
bulgaria | bulgarian bulgarians | sofia
burma myanmar | burmese | naypyidaw
cambodia | cambodian cambodians | phnom-penh
cameroon | cameroonian cameroonians | yaounde
canada | canadian canadians | ottawa
chad | chadian | n'djamena
chile | chilean chileans | santiago
china prc people's-republic-of-china | chinese sino | beijing
colombia | colombian colombians | bogota
congo drc | congolese | kinshasa
costa-rica | costa-rican | san-jose
croatia | croatian croatians croat croats | zagreb
cuba | cuban cubans | havana
cyprus | cypriot cypriots | nicosia
czech-republic czechia | czech czechs | prague
denmark | danish dane danes | copenhagen
ecuador | ecuadorian ecuadorean | quito
egypt | egyptian egyptians | cairo
england | english englishman englishmen |
estonia | estonian estonians | tallinn
ethiopia | ethiopian ethiopians | addis-ababa
finland | finnish finn finns | helsinki
france | french frenchman frenchmen | paris
georgia | georgian georgians | tbilisi
germany | german germans | berlin
ghana | ghanaian ghanaians | accra
greece | greek greeks | athens
guatemala | guatemalan guatemalans |
haiti | haitian haitians | port-au-prince
honduras | honduran hondurans | tegucigalpa
hungary | hungarian hungarians | budapest
iceland | icelandic icelander icelanders | reykjavik
india | indian indians | delhi new-delhi
indonesia | indonesian indonesians | jakarta
iran | iranian iranians persian | tehran teheran
iraq | iraqi iraqis | baghdad
ireland | irish irishman | dublin
israel | israeli israelis | jerusalem tel-aviv
italy | italian italians | rome
jamaica | jamaican jamaicans | kingston
japan | japanese | tokyo
jordan | jordanian jordanians | amman
kazakhstan | kazakh kazakhs | astana
kenya | kenyan kenyans | nairobi
kosovo | kosovar kosovars | pristina
kuwait | kuwaiti kuwaitis |
kyrgyzstan | kyrgyz | bishkek
laos | laotian | vientiane
latvia | latvian latvians | riga
lebanon | lebanese | beirut
libya | libyan libyans | tripoli
lithuania | lithuanian lithuanians | vilnius
luxembourg | luxembourgish |
macedonia north-macedonia | macedonian macedonians | skopje
malaysia | malaysian malaysians | kuala-lumpur
mali | malian malians | bamako
malta | maltese | valletta
mexico | mexican mexicans | mexico-city
moldova | moldovan moldovans | chisinau
mongolia | mongolian mongolians | ulan-bator ulaanbaatar
montenegro | montenegrin montenegrins | podgorica
morocco | moroccan moroccans | rabat
mozambique | mozambican mozambicans | maputo
namibia | namibian namibians | windhoek
nepal | nepalese nepali | kathmandu
netherlands holland | dutch dutchman | hague amsterdam
new-zealand | new-zealander new-zealanders kiwi kiwis | wellington
nicaragua | nicaraguan nicaraguans | managua
niger | nigerien | niamey
nigeria | nigerian nigerians | abuja
north-korea dprk | north-korean north-koreans | pyongyang
norway | norwegian norwegians | oslo
oman | omani omanis | muscat
pakistan | pakistani pakistanis | islamabad
palestine | palestinian palestinians | ramallah
panama | panamanian panamanians |
paraguay | paraguayan paraguayans | asuncion
peru | peruvian peruvians | lima
philippines | philippine filipino filipinos | manila
poland | polish pole poles | warsaw
portugal | portuguese | lisbon
qatar | qatari qataris | doha
romania | romanian romanians | bucharest
russia russian-federation | russian russians | moscow kremlin
rwanda | rwandan rwandans | kigali
saudi-arabia | saudi saudis saudi-arabian | riyadh
scotland | scottish scot scots | edinburgh
senegal | senegalese | dakar
serbia | serbian serbians serb serbs | belgrade
sierra-leone | sierra-leonean | freetown
singapore | singaporean singaporeans |
slovakia | slovak slovaks slovakian | bratislava
slovenia | slovenian slovenians slovene | ljubljana
somalia | somali somalis | mogadishu
south-africa | south-african south-africans | pretoria
south-korea | south-korean south-koreans | seoul
korea | korean koreans |
soviet-union ussr | soviet soviets |
spain | spanish spaniard spaniards | madrid
sri-lanka | sri-lankan sri-lankans | colombo
sudan | sudanese | khartoum
sweden | swedish swede swedes | stockholm
switzerland | swiss | bern berne
syria | syrian syrians | damascus
taiwan | taiwanese | taipei
tajikistan | tajik tajiks | dushanbe
tanzania | tanzanian tanzanians | dodoma
thailand | thai thais | bangkok
tunisia | tunisian tunisians | tunis
turkey türkiye | turkish turk turks | ankara
uganda | ugandan ugandans | kampala
ukraine | ukrainian ukrainians | kyiv kiev
united-arab-emirates uae | emirati emiratis | abu-dhabi
united-states united-states-of-america us usa america | american americans | washington white-house
uruguay | uruguayan uruguayans | montevideo
uzbekistan | uzbek uzbeks | tashkent
vatican holy-see | |
venezuela | venezuelan venezuelans | caracas
vietnam viet-nam | vietnamese | hanoi
wales | welsh welshman | cardiff
yemen | yemeni yemenis | sanaa
zambia | zambian zambians | lusaka
zimbabwe | zimbabwean zimbabweans | harare
africa | african africans |
asia | asian asians |
europe | european europeans |
latin-america | latin-american |
"""
COUNTRIES: Final[dict[str, str]] = {}
"""Every name, with hyphens for spaces: what it stands for."""
PEOPLES: Final[set[str]] = set()
"""Names that are adjectives too: *German*, *French*."""
CAPITALS: Final[set[str]] = set()
for _line in _TABLE.strip().splitlines():
    _names, _peoples, _capitals = (part.split() for part in _line.split("|"))
    for _name in (*_names, *_peoples, *_capitals):
        COUNTRIES[_name] = _names[0]
    PEOPLES.update(_peoples)
    CAPITALS.update(_capitals)
