-- A post town or village stands for its municipality: in the region of a company, and in whether two are one. Names
-- that several municipalities share are left out.
create or replace function place_key(place text) returns text
  language sql immutable parallel safe
as $function$
  select coalesce(
    '{"helsingfors": "helsinki", "esbo": "espoo", "vanda": "vantaa", "grankulla": "kauniainen", "kyrkslätt": "kirkkonummi",
      "sibbo": "sipoo", "borgå": "porvoo", "lovisa": "loviisa", "raseborg": "raasepori", "hangö": "hanko", "ingå": "inkoo",
      "sjundeå": "siuntio", "lojo": "lohja", "åbo": "turku", "pargas": "parainen", "kimitoön": "kemiönsaari",
      "vasa": "vaasa", "korsholm": "mustasaari", "jakobstad": "pietarsaari", "karleby": "kokkola", "närpes": "närpiö",
      "nykarleby": "uusikaarlepyy", "kristinestad": "kristiinankaupunki", "kronoby": "kruunupyy", "malax": "maalahti",
      "tammerfors": "tampere", "björneborg": "pori", "uleåborg": "oulu", "tavastehus": "hämeenlinna",
      "villmanstrand": "lappeenranta", "fredrikshamn": "hamina", "jyväskylä landskommun": "jyväskylä",
      "toijala": "akaa", "viiala": "akaa", "kylmäkoski": "akaa", "lehtimäki": "alajärvi", "töysä": "alavus",
      "tuuri": "alavus", "vääksy": "asikkala", "kauttua": "eura", "kiukainen": "eura", "panelia": "eura",
      "honkilahti": "eura", "luvia": "eurajoki", "parola": "hattula", "oitti": "hausjärvi", "ryttylä": "hausjärvi",
      "hikiä": "hausjärvi", "vierumäki": "heinola", "hämeenkoski": "hollola", "vampula": "huittinen",
      "lammi": "hämeenlinna", "hauho": "hämeenlinna", "tuulos": "hämeenlinna", "renko": "hämeenlinna",
      "iittala": "hämeenlinna", "kuivaniemi": "ii", "koskenkorva": "ilmajoki", "ivalo": "inari",
      "saariselkä": "inari", "turenki": "janakkala", "tervakoski": "janakkala", "eno": "joensuu",
      "kiihtelysvaara": "joensuu", "tuupovaara": "joensuu", "hammaslahti": "joensuu", "reijola": "joensuu",
      "uimaharju": "joensuu", "pyhäselkä": "joensuu", "leivonmäki": "joutsa", "palokka": "jyväskylä",
      "vaajakoski": "jyväskylä", "tikkakoski": "jyväskylä", "säynätsalo": "jyväskylä", "korpilahti": "jyväskylä",
      "puuppola": "jyväskylä", "jyskä": "jyväskylä", "jämsänkoski": "jämsä", "kaipola": "jämsä",
      "kuorevesi": "jämsä", "halli": "jämsä", "piikkiö": "kaarina", "kuusisto": "kaarina", "littoinen": "kaarina",
      "vuolijoki": "kajaani", "otanmäki": "kajaani", "himanka": "kalajoki", "sahalahti": "kangasala",
      "kuhmalahti": "kangasala", "ruutana": "kangasala", "kortesjärvi": "kauhava", "ylihärmä": "kauhava",
      "alahärmä": "kauhava", "kemiö": "kemiönsaari", "kimito": "kemiönsaari", "dragsfjärd": "kemiönsaari",
      "taalintehdas": "kemiönsaari", "dalsbruk": "kemiönsaari", "västanfjärd": "kemiönsaari",
      "masala": "kirkkonummi", "veikkola": "kirkkonummi", "kantvik": "kirkkonummi", "jorvas": "kirkkonummi",
      "luoma": "kirkkonummi", "kylmälä": "kirkkonummi", "kesälahti": "kitee", "puhos": "kitee", "sirkka": "kittilä",
      "peipohja": "kokemäki", "kälviä": "kokkola", "lohtaja": "kokkola", "ullava": "kokkola",
      "äkäslompolo": "kolari", "lehmo": "kontiolahti", "karhula": "kotka", "kuusankoski": "kouvola",
      "inkeroinen": "kouvola", "myllykoski": "kouvola", "koria": "kouvola", "jaala": "kouvola", "elimäki": "kouvola",
      "valkeala": "kouvola", "anjala": "kouvola", "kaipiainen": "kouvola", "utti": "kouvola",
      "alaveteli": "kruunupyy", "nedervetil": "kruunupyy", "teerijärvi": "kruunupyy", "terjärv": "kruunupyy",
      "nilsiä": "kuopio", "karttula": "kuopio", "maaninka": "kuopio", "juankoski": "kuopio", "riistavesi": "kuopio",
      "vehmersalmi": "kuopio", "kurkimäki": "kuopio", "hirvilahti": "kuopio", "jurva": "kurikka",
      "jalasjärvi": "kurikka", "rukatunturi": "kuusamo", "järvelä": "kärkölä", "nastola": "lahti",
      "uusikylä": "lahti", "villähde": "lahti", "varpaisjärvi": "lapinlahti", "alapitkä": "lapinlahti",
      "joutseno": "lappeenranta", "ylämaa": "lappeenranta", "nuijamaa": "lappeenranta", "leppävesi": "laukaa",
      "lievestuore": "laukaa", "vihtavuori": "laukaa", "sorsakoski": "leppävirta", "tarvasjoki": "lieto",
      "vanhalinna": "lieto", "tupos": "liminka", "ylämylly": "liperi", "viinijärvi": "liperi", "sammatti": "lohja",
      "nummi": "lohja", "saukkola": "lohja", "pusula": "lohja", "karjalohja": "lohja", "virkkala": "lohja",
      "mellilä": "loimaa", "alastaro": "loimaa", "läyliäinen": "loppi", "launonen": "loppi", "pernaja": "loviisa",
      "liljendal": "loviisa", "tesjoki": "loviisa", "isnäs": "loviisa", "eugmo": "luoto", "petolahti": "maalahti",
      "petalax": "maalahti", "bergö": "maalahti", "lemu": "masku", "askainen": "masku", "otava": "mikkeli",
      "ristiina": "mikkeli", "haukivuori": "mikkeli", "anttola": "mikkeli", "suomenniemi": "mikkeli",
      "kvevlax": "mustasaari", "koivulahti": "mustasaari", "sulva": "mustasaari", "solf": "mustasaari",
      "helsingby": "mustasaari", "vikby": "mustasaari", "raippaluoto": "mustasaari", "replot": "mustasaari",
      "björköby": "mustasaari", "mietoinen": "mynämäki", "hirvihaara": "mäntsälä", "numminen": "mäntsälä",
      "mänttä": "mänttä-vilppula", "vilppula": "mänttä-vilppula", "merimasku": "naantali", "rymättylä": "naantali",
      "velkua": "naantali", "siuro": "nokia", "valtimo": "nurmes", "klaukkala": "nurmijärvi",
      "rajamäki": "nurmijärvi", "röykkä": "nurmijärvi", "perttula": "nurmijärvi", "nukari": "nurmijärvi",
      "pirttikylä": "närpiö", "pörtom": "närpiö", "ylimarkku": "närpiö", "övermark": "närpiö",
      "artjärvi": "orimattila", "pennala": "orimattila", "orivesi as": "orivesi", "eräjärvi": "orivesi",
      "kello": "oulu", "haukipudas": "oulu", "kiiminki": "oulu", "jääli": "oulu", "oulunsalo": "oulu",
      "yli-ii": "oulu", "ylikiiminki": "oulu", "martinniemi": "oulu", "nauvo": "parainen", "nagu": "parainen",
      "korppoo": "parainen", "korpo": "parainen", "houtskari": "parainen", "iniö": "parainen", "bennäs": "pedersöre",
      "pännäinen": "pedersöre", "esse": "pedersöre", "ähtävä": "pedersöre", "purmo": "pedersöre",
      "kållby": "pedersöre", "kolppi": "pedersöre", "ytteresse": "pedersöre", "haapakoski": "pieksämäki",
      "jäppilä": "pieksämäki", "virtasalmi": "pieksämäki", "naarajärvi": "pieksämäki", "noormarkku": "pori",
      "ahlainen": "pori", "lavia": "pori", "laukkoski": "pornainen", "kerkkoo": "porvoo", "hinthaara": "porvoo",
      "kulloo": "porvoo", "tolkkinen": "porvoo", "yläne": "pöytyä", "kyrö": "pöytyä", "riihikoski": "pöytyä",
      "saloinen": "raahe", "pattijoki": "raahe", "vihanti": "raahe", "tammisaari": "raasepori",
      "karjaa": "raasepori", "ekenäs": "raasepori", "karis": "raasepori", "fiskars": "raasepori",
      "mustio": "raasepori", "billnäs": "raasepori", "fiskari": "raasepori", "kodisjoki": "rauma",
      "muurola": "rovaniemi", "vikajärvi": "rovaniemi", "sinettä": "rovaniemi", "pylkönmäki": "saarijärvi",
      "hautajärvi": "salla", "halikko": "salo", "perniö": "salo", "kisko": "salo", "suomusjärvi": "salo",
      "kiikala": "salo", "kuusjoki": "salo", "muurla": "salo", "särkisalo": "salo", "teijo": "salo",
      "mathildedal": "salo", "perniö as": "salo", "vammala": "sastamala", "äetsä": "sastamala",
      "mouhijärvi": "sastamala", "suodenniemi": "sastamala", "kiikoinen": "sastamala", "savonranta": "savonlinna",
      "kerimäki": "savonlinna", "punkaharju": "savonlinna", "nurmo": "seinäjoki", "ylistaro": "seinäjoki",
      "peräseinäjoki": "seinäjoki", "ruukki": "siikajoki", "paavola": "siikajoki", "revonlahti": "siikajoki",
      "kestilä": "siikalatva", "piippola": "siikalatva", "pulkkila": "siikalatva", "rantsila": "siikalatva",
      "toivala": "siilinjärvi", "vuorela": "siilinjärvi", "söderkulla": "sipoo", "nikkilä": "sipoo",
      "somerniemi": "somero", "vuokatti": "sotkamo", "köyliö": "säkylä", "kämmenniemi": "tampere",
      "paattinen": "turku", "kellokoski": "tuusula", "jokela": "tuusula", "hyrylä": "tuusula", "kullaa": "ulvila",
      "jepua": "uusikaarlepyy", "jeppo": "uusikaarlepyy", "munsala": "uusikaarlepyy", "kalanti": "uusikaupunki",
      "lokalahti": "uusikaupunki", "vähäkyrö": "vaasa", "merikaarto": "vaasa", "sundom": "vaasa",
      "sääksmäki": "valkeakoski", "kangaslampi": "varkaus", "nummela": "vihti", "ojakkala": "vihti",
      "vihtijärvi": "vihti", "killinkoski": "virrat", "oravainen": "vöyri", "oravais": "vöyri", "maksamaa": "vöyri",
      "maxmo": "vöyri", "viljakkala": "ylöjärvi", "kuru": "ylöjärvi", "suolahti": "äänekoski",
      "konginkangas": "äänekoski", "sumiainen": "äänekoski"}'::jsonb
      ->> lower(trim(place) collate "fi-FI-x-icu"),
    lower(trim(place) collate "fi-FI-x-icu")
  )
$function$;

-- The stored keys follow; writing the place anew makes that of a company anew.
update company set municipality = municipality where place_key is distinct from place_key(municipality);
update suppression set place_key = place_key(place_key) where place_key is distinct from place_key(place_key);
update company_import_row set place_key = place_key(place_key) where place_key is distinct from place_key(place_key);

-- A place that is no municipality is kept and no problem of the row.
update company_import_row set problems = array_remove(problems, 'municipality_unknown')
where 'municipality_unknown' = any(problems);
