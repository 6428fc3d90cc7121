"""Tables: names the program knows, and words that look like names and are none."""

from __future__ import annotations

from typing import Final

from tui_app.core.english.word_lists import table_rows, word_list, word_set

_ALIASES: Final = """
united-nations un u.n.
european-union eu
north-atlantic-treaty-organization north-atlantic-treaty-organisation nato
    atlantic-alliance
world-health-organization world-health-organisation who
international-monetary-fund imf
world-trade-organization world-trade-organisation wto
world-bank
european-central-bank ecb
federal-reserve fed
central-intelligence-agency cia
federal-bureau-of-investigation fbi
united-nations-children's-fund unicef
red-cross
supreme-court
constitutional-court
high-court
international-criminal-court icc
security-council
general-assembly
bundestag
house-of-representatives house
house-of-commons commons
house-of-lords lords
european-commission
european-parliament
labour labor labourites
democrats democratic-party democrat democratic
republicans republican-party republican gop
conservatives conservative-party tories tory conservative
liberal-democrats lib-dems
christian-democrats cdu
social-democrats spd
african-union au
arab-league
national-health-service nhs
british-broadcasting-corporation bbc
organisation-for-economic-co-operation-and-development oecd
international-olympic-committee ioc
international-atomic-energy-agency iaea
national-aeronautics-and-space-administration nasa
european-space-agency esa
wall-street
new-york new-york-city nyc
los-angeles la
hong-kong hongkong
manchester-united
manchester-city
real-madrid
communist-party-of-china cpc chinese-communist-party ccp
general-motors gm
british-airways ba
american-airlines
ibm international-business-machines
facebook meta
google alphabet
volkswagen vw
"""

ALIASES: Final[dict[str, str]] = {
    name: line.split()[0] for line in table_rows(_ALIASES) for name in line.split()
}

PLACES: Final = word_set("""
    alabama alaska arizona arkansas california colorado connecticut delaware florida
    hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin
    wyoming ontario quebec alberta manitoba bavaria saxony hesse brandenburg tuscany
    sicily sardinia lombardy catalonia andalusia normandy brittany provence crimea
    siberia tibet xinjiang guangdong sichuan hunan yunnan kashmir punjab kerala
    queensland tasmania gaza darfur tigray hamburg munich frankfurt cologne stuttgart
    dresden leipzig bonn zurich geneva basel milan naples turin venice florence
    barcelona seville valencia porto lyon marseille bordeaux nice toulouse strasbourg
    lille rotterdam utrecht antwerp ghent liverpool manchester birmingham leeds
    sheffield bristol glasgow belfast newcastle nottingham oxford cambridge york
    durham krakow gdansk lviv odessa kharkiv mariupol istanbul izmir aleppo mosul
    basra haifa mecca medina dubai karachi lahore mumbai calcutta kolkata chennai
    bangalore shanghai guangzhou shenzhen wuhan chongqing urumqi lhasa osaka kyoto
    hiroshima nagasaki busan sydney melbourne brisbane perth adelaide auckland
    toronto montreal vancouver chicago boston houston dallas philadelphia detroit
    seattle denver phoenix miami atlanta baltimore cleveland minneapolis lagos
    johannesburg casablanca alexandria antarctica arctic greenland mars venus jupiter
    saturn mercury neptune uranus danube rhine thames seine volga nile amazon
    microsoft apple amazon google facebook toyota honda nissan volkswagen bmw daimler
    siemens bayer boeing airbus lufthansa ryanair emirates samsung sony nokia intel
    tesla ford pfizer moderna astrazeneca novartis roche nestle unilever shell exxon
    chevron gazprom rosneft hsbc barclays goldman citigroup unesco unicef interpol
    greenpeace oxfam amnesty fifa uefa opec reuters xinhua bloomberg arsenal chelsea
    juventus barcelona bayern ajax congress parliament senate pentagon kremlin
    hamas hezbollah taliban fatah duma knesset bundestag labour netflix spotify uber
    volvo saab renault peugeot fiat ferrari mercedes porsche mazda nissan subaru
    hyundai kia michelin bosch philips ericsson carlsberg heineken danone total bp
    eni repsol statoil equinor maersk hitachi toshiba panasonic canon nintendo lenovo
    xiaomi dell oracle cisco qualcomm nvidia disney warner paramount starbucks pepsi
    kobe nagoya sapporo yokohama cork galway malaga zaragoza bilbao palermo bologna
    genoa verona nantes rennes dijon essen dortmund bremen hanover nuremberg graz
    salzburg innsbruck linz bern lausanne gothenburg malmo bergen aarhus tampere
    huawei alibaba tencent walmart ikea adidas nike
    """)

"""Names known without the documents' help, so that one may begin a sentence."""

GIVEN: Final = word_set("""
    adam alan albert alex alexander alice amy andrea andrew angela anna anne anthony
    antonio arthur barbara ben benjamin bill bob boris brian carl carlos carol
    caroline catherine charles charlotte chris christian christine christopher
    claire daniel david diana donald edward elena elizabeth emily emma emmanuel eric
    fatima francis frank fred george giorgio hannah hans harry helen henry ian
    isabel jack jacob james jan jane janet jason jean jennifer jessica jim joan joe
    john jonathan jose joseph juan julia julie karen karl kate kevin larry laura
    leo linda lisa louis lucy luis maria marie mark martin mary matthew michael
    michelle mike mohamed mohammed muhammad nancy nicholas oliver olaf omar oscar
    patricia patrick paul pedro peter philip pierre rachel ralph rebecca richard
    robert roger ronald ruth ryan sam samuel sandra sarah scott sergei simon sophie
    stephen steve steven susan thomas tim tom tony victor victoria vladimir walter
    wang william yusuf zhang smith jones brown johnson williams miller davis wilson
    taylor anderson clark lewis walker hall allen young wright hill green baker
    nelson carter mitchell roberts turner phillips campbell parker evans edwards
    collins stewart morris rogers reed cook bell murphy cooper richardson schmidt
    schneider fischer weber meyer muller müller garcia martinez rodriguez lopez
    gonzalez perez sanchez silva santos rossi ferrari dubois martin bernard petrov
    ivanov singh kumar khan patel chen li liu yang kim lee park nguyen tanaka suzuki
    sato yamamoto trump biden obama bush clinton putin macron merkel scholz blair
    thatcher cameron xi erdogan modi netanyahu zelensky zelenskiy johnson sunak
    starmer trudeau ivan boris igor oleg dmitri nikolai natasha olga irina svetlana
    katarina petra eva erik lars sven anders bjorn ingrid astrid henrik jens klaus
    jurgen wolfgang dieter stefan markus lukas felix sebastian tobias katrin sabine
    monika giovanni marco luca matteo francesca giulia lorenzo alberto carmen pablo
    javier fernando rafael miguel diego sofia lucia mateo gabriel gabriela joao ana
    andre rui ahmed ali hassan omar khalid ibrahim yasmin leila farah abdul tariq
    raj priya anil sanjay ravi kenji hiroshi yuki akira mei wei ling chun min ji hyun
    hilary anne margaret dorothy george martha walter irene edith rose ruby molly
    nora alan keith graham gordon neil colin derek trevor kofi kwame nelson desmond
    simone chantal yves luc marcel henri gilles bruno claude ludwig friedrich
    """)

"""Names of people, for the head of a sentence."""

ACRONYMS: Final = word_set("""
    nato un eu who imf fbi cia bbc cnn nbc abc cbs npr itv ibm bmw unesco unicef fifa
    uefa opec nsa mi5 mi6 kgb fsb ira eta plo spd cdu csu afd fdp nra aclu hsbc ubs
    sap klm twa amd hp ge gm mit ucla lse nyu nba nfl nhl mlb esa nasa ecb oecd wto
    fda cdc epa sec iaea icc asean isis pkk farc anc us uk usa uae bp ussr rbs kfc ing
    """)

"""Acronyms that stand for themselves: opposite a long name they are another body."""

GENERIC: Final = word_set("""
    university college institute school academy faculty hospital clinic museum gallery
    library ministry department office agency bureau authority administration
    commission committee council board court tribunal bank fund company corporation
    corp corp. inc inc. ltd ltd. plc group holdings airlines airways motors party
    union federation association society organization organisation league club team
    army navy force forces police service services government state states republic
    kingdom province region county district city town village street road avenue
    square park river lake sea ocean mountain mountains mount island islands bay
    valley airport station port bridge tower house palace cathedral church mosque
    temple stadium arena center centre hall hotel theatre theater festival cup prize
    award awards championship championships games act law treaty agreement charter
    convention declaration conference summit forum congress mission programme program
    project press tv television radio
    north south east west northern southern eastern western central new great old
    national international autonomous municipal special people's general strategic
    meeting mechanism dialogue economic security the a an and of for in on at
    """)

"""Parts of names that tell no one entity from another."""

COMMON: Final = word_set("""
    police official authority scientist researcher critic expert analyst doctor farmer
    worker driver voter protester demonstrator soldier rebel militant resident witness
    visitor tourist passenger customer consumer investor trader economist politician
    lawmaker lawyer prosecutor teacher student pupil parent child woman man people
    family player fan supporter opponent member employee employer union price share
    stock sale profit export import talk report study survey test figure result fire
    rain snow storm wind flood water heat work construction production traffic today
    yesterday tomorrow recent new many several most some few other such however
    meanwhile earlier later after despite although according last next also even still
    then there here thus instead perhaps maybe nobody everybody somebody everyone
    someone nothing everything thousand hundred dozen half two three four five six seven
    eight nine ten eleven twelve first second third fourth fifth sixth early late young
    old local foreign former state security government opposition army troops force
    company firm bank bus train plane ship boat car road school hospital city town
    village country nation world life death love time day week month year morning
    evening night neighbor emergency rescue rescuer firefighter almost hardly nearly
    quite engineer designer artist author writer reader
    """)

"""Lemmas that often begin sentences and are no names."""

NAME_ENDINGS: Final = (
    *("a", "i", "o", "u", "ski", "sky", "vich", "vic", "sen", "berg", "stein", "mann"),
    *("ez", "ev", "ov", "off", "dt", "tz", "aux", "eau", "ois", "oux", "ström", "feld"),
)

"""How names end that English nouns seldom end like."""

FOREIGN_NOUNS: Final = word_set("""
    data media extra area idea opera drama camera umbrella pizza tuna zebra era agenda
    radio video photo piano studio potato tomato zero hero volcano casino taxi alibi
    menu ratio cargo echo tobacco buffalo mosquito mango tempo motto auto disco euro
    kilo logo memo patio portfolio scenario ghetto inferno manifesto veto embargo trio
    malaria pneumonia influenza cholera dementia diarrhea bacteria criteria phenomena
    soda sofa saga panda gorilla hyena koala llama cobra propaganda formula enigma
    stigma trauma dilemma panorama plaza villa arena antenna banana vanilla paprika
    quota soda stanza vodka yoga pasta lava larva nova nebula aroma aura coma plasma
    alpaca diploma diva fauna flora guerrilla insomnia mafia militia nostalgia
    orchestra paella peninsula pergola phobia replica schizophrenia sauna tiara utopia
    veranda visa spaghetti graffiti confetti bikini safari wifi yeti fungi alumni
    jacuzzi tsunami ski khaki salami broccoli origami tutu guru emu gnu haiku thou
    bureau plateau beau chateau tableau iceberg takeoff layoff payoff playoff tradeoff
    kickoff standoff spinoff cutoff turnoff waltz quartz blitz chosen also into onto
    undo ditto macho ergo hello turbo bravo avocado tornado torpedo desperado tango
    cello soprano alto concerto solo stucco fiasco gusto rhino hippo dingo flamingo
    domino casino bingo placebo libido ego gizmo promo demo limo condo combo jumbo
    mambo bimbo dodo lessen worsen loosen coarsen whisky risky husky dusky
    """)

"""Nouns that end so for all that."""

EXPANSION_SKIPS: Final = word_list("of the and for in on de")

"""Words an acronym leaves out."""

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
britain united-kingdom uk great-britain | british britons briton brits | london
    downing-street whitehall
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
slovakia slovak-republic | slovak slovaks slovakian | bratislava
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
united-states united-states-of-america us usa america | american americans | washington
    white-house
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

for _line in table_rows(_TABLE):
    _names, _peoples, _capitals = (part.split() for part in _line.split("|"))
    for _name in (*_names, *_peoples, *_capitals):
        COUNTRIES[_name] = _names[0]
    PEOPLES.update(_peoples)
    CAPITALS.update(_capitals)

COMPATIBLE: Final = {
    frozenset({"european-union", "europe"}),
    frozenset({"european-union", "belgium"}),
    frozenset({"european-union", "european-commission"}),
    frozenset({"european-union", "european-parliament"}),
    frozenset({"european-commission", "belgium"}),
    frozenset({"britain", "england"}),
    frozenset({"korea", "south-korea"}),
    frozenset({"korea", "north-korea"}),
}

"""Two keys that may be said for each other."""

IN_COMPATIBLE: Final = frozenset().union(*COMPATIBLE)

KNOWN = (
    frozenset(COUNTRIES)
    | frozenset(COUNTRIES.values())
    | ALIASES.keys()
    | PLACES
    | GIVEN
)

"""Names the tables hold."""
