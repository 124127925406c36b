/** The regions of Finland (maakunnat) with their municipalities in 2025, Åland last. */
const municipalitiesOf = {
  uusimaa:
    'Askola, Espoo, Hanko, Helsinki, Hyvinkää, Inkoo, Järvenpää, Karkkila, Kauniainen, Kerava, Kirkkonummi, Lapinjärvi, ' +
    'Lohja, Loviisa, Myrskylä, Mäntsälä, Nurmijärvi, Pornainen, Porvoo, Pukkila, Raasepori, Sipoo, Siuntio, Tuusula, ' +
    'Vantaa, Vihti',
  southwest_finland:
    'Aura, Kaarina, Kemiönsaari, Koski Tl, Kustavi, Laitila, Lieto, Loimaa, Marttila, Masku, Mynämäki, Naantali, ' +
    'Nousiainen, Oripää, Paimio, Parainen, Pyhäranta, Pöytyä, Raisio, Rusko, Salo, Sauvo, Somero, Taivassalo, Turku, ' +
    'Uusikaupunki, Vehmaa',
  satakunta:
    'Eura, Eurajoki, Harjavalta, Huittinen, Jämijärvi, Kankaanpää, Karvia, Kokemäki, Merikarvia, Nakkila, Pomarkku, ' +
    'Pori, Rauma, Siikainen, Säkylä, Ulvila',
  kanta_hame:
    'Forssa, Hattula, Hausjärvi, Humppila, Hämeenlinna, Janakkala, Jokioinen, Loppi, Riihimäki, Tammela, Ypäjä',
  pirkanmaa:
    'Akaa, Hämeenkyrö, Ikaalinen, Juupajoki, Kangasala, Kihniö, Kuhmoinen, Lempäälä, Mänttä-Vilppula, Nokia, Orivesi, ' +
    'Parkano, Pirkkala, Punkalaidun, Pälkäne, Ruovesi, Sastamala, Tampere, Urjala, Valkeakoski, Vesilahti, Virrat, Ylöjärvi',
  paijat_hame: 'Asikkala, Hartola, Heinola, Hollola, Iitti, Kärkölä, Lahti, Orimattila, Padasjoki, Sysmä',
  kymenlaakso: 'Hamina, Kotka, Kouvola, Miehikkälä, Pyhtää, Virolahti',
  south_karelia:
    'Imatra, Lappeenranta, Lemi, Luumäki, Parikkala, Rautjärvi, Ruokolahti, Savitaipale, Taipalsaari',
  south_savo:
    'Enonkoski, Hirvensalmi, Juva, Kangasniemi, Mikkeli, Mäntyharju, Pertunmaa, Pieksämäki, Puumala, Rantasalmi, ' +
    'Savonlinna, Sulkava',
  north_savo:
    'Iisalmi, Joroinen, Kaavi, Keitele, Kiuruvesi, Kuopio, Lapinlahti, Leppävirta, Pielavesi, Rautalampi, Rautavaara, ' +
    'Siilinjärvi, Sonkajärvi, Suonenjoki, Tervo, Tuusniemi, Varkaus, Vesanto, Vieremä',
  north_karelia:
    'Heinävesi, Ilomantsi, Joensuu, Juuka, Kitee, Kontiolahti, Lieksa, Liperi, Nurmes, Outokumpu, Polvijärvi, Rääkkylä, ' +
    'Tohmajärvi',
  central_finland:
    'Hankasalmi, Joutsa, Jyväskylä, Jämsä, Kannonkoski, Karstula, Keuruu, Kinnula, Kivijärvi, Konnevesi, Kyyjärvi, ' +
    'Laukaa, Luhanka, Multia, Muurame, Petäjävesi, Pihtipudas, Saarijärvi, Toivakka, Uurainen, Viitasaari, Äänekoski',
  south_ostrobothnia:
    'Alajärvi, Alavus, Evijärvi, Ilmajoki, Isojoki, Isokyrö, Karijoki, Kauhajoki, Kauhava, Kuortane, Kurikka, Lappajärvi, ' +
    'Lapua, Seinäjoki, Soini, Teuva, Vimpeli, Ähtäri',
  ostrobothnia:
    'Kaskinen, Korsnäs, Kristiinankaupunki, Kruunupyy, Laihia, Luoto, Maalahti, Mustasaari, Närpiö, Pedersöre, ' +
    'Pedersören kunta, ' +
    'Pietarsaari, Uusikaarlepyy, Vaasa, Vöyri',
  central_ostrobothnia: 'Halsua, Kannus, Kaustinen, Kokkola, Lestijärvi, Perho, Toholampi, Veteli',
  north_ostrobothnia:
    'Alavieska, Haapajärvi, Haapavesi, Hailuoto, Ii, Kalajoki, Kempele, Kuusamo, Kärsämäki, Liminka, Lumijoki, Merijärvi, ' +
    'Muhos, Nivala, Oulainen, Oulu, Pudasjärvi, Pyhäjoki, Pyhäjärvi, Pyhäntä, Raahe, Reisjärvi, Sievi, Siikajoki, ' +
    'Siikalatva, Taivalkoski, Tyrnävä, Utajärvi, Vaala, Ylivieska',
  kainuu: 'Hyrynsalmi, Kajaani, Kuhmo, Paltamo, Puolanka, Ristijärvi, Sotkamo, Suomussalmi',
  lapland:
    'Enontekiö, Inari, Kemi, Kemijärvi, Keminmaa, Kittilä, Kolari, Muonio, Pelkosenniemi, Pello, Posio, Ranua, Rovaniemi, ' +
    'Salla, Savukoski, Simo, Sodankylä, Tervola, Tornio, Utsjoki, Ylitornio',
  aland:
    'Brändö, Eckerö, Finström, Föglö, Geta, Hammarland, Jomala, Kumlinge, Kökar, Lemland, Lumparland, Maarianhamina, ' +
    'Mariehamn, Saltvik, Sottunga, Sund, Vårdö',
} as const

export type Region = keyof typeof municipalitiesOf
export const regions = Object.keys(municipalitiesOf) as [Region, ...Region[]]

/** The municipalities of a region as the column `company.place_key` has them: small letters, Finnish names. */
export function placesOf(region: Region): string[] {
  return municipalitiesOf[region].toLowerCase().split(', ')
}

/** What municipalities are called in Swedish, where it differs from the Finnish name. */
const swedishNames =
  'Alavo, Björneborg, Birkala, Borgnäs, Borgå, Brahestad, Bötom, Enare, Enontekis, Esbo, Etseri, Euraåminne, ' +
  'Fredrikshamn, Grankulla, Gustavs, Halso, Hangö, Helsingfors, Hyvinge, Högfors, Idensalmi, Ijo, Ikalis, Ilmola, ' +
  'Ingå, Jakobstad, Jockis, Kajana, Karleby, Karlö, Kaskö, Kaustby, Kervo, Kimitoön, Korsholm, Kristinestad, Kronoby, ' +
  'Kumo, Kyrkslätt, Lahtis, Laihela, Lappo, Lappträsk, Larsmo, Letala, Limingo, Lojo, Loppis, Lovisa, Lundo, Malax, ' +
  'Masko, Mörskom, Nousis, Nykarleby, Nyslott, Nystad, Nådendal, Närpes, Pargas, Pemar, Pyttis, Påmark, Pöytis, ' +
  'Raseborg, Raumo, Reso, S:t Karins, S:t Michel, Sagu, Sastmola, Sibbo, Siikais, Sjundeå, Storkyro, Storå, ' +
  'Tammerfors, Tavastehus, Tavastkyro, Torneå, Träskända, Tusby, Tövsala, Uleåborg, Ulvsby, Vanda, Vasa, Vederlax, ' +
  'Vemo, Vesilax, Vetil, Vichtis, Villmanstrand, Virdois, Virmo, Vittis, Vörå, Åbo, Övertorneå'

const municipalities = new Set([...regions.flatMap(placesOf), ...swedishNames.toLowerCase().split(', ')])

/** Whether Finland has a municipality of this name, in either language. */
export const isMunicipality = (place: string) => municipalities.has(place.toLowerCase())

const namesByKey = new Map(
  regions.flatMap((region) =>
    municipalitiesOf[region].split(', ').map((name): [string, string] => [name.toLowerCase(), name]),
  ),
)

/** The name of the municipality whose key the column `company.place_key` holds; undefined for another place. */
export const municipalityOfKey = (key: string) => namesByKey.get(key)
