import type fi from '../fi/matching'
import type { SameKeys } from '../text-keys'

export default {
  link: {
    same: 'samma kompetens',
    synonym: 'samma, med andra ord',
    narrower: 'mer specifik kompetens',
    implied: 'det begärda följer av detta',
    words: 'samma ord i CV:t',
    esco_narrower: 'mer specifik kompetens enligt ESCO',
    esco_related: 'närliggande kompetens enligt ESCO',
    related: 'närliggande kompetens',
    some_words: 'en del av orden i CV:t',
    none: 'saknas',
    not_compared: 'jämfördes inte',
  },
  grounds: {
    title: 'i en yrkestitel',
    several_jobs: 'i flera arbeten',
    work: 'i beskrivningen av ett arbete',
    studies: 'i studier eller intyg',
    list: 'i en lista eller sammanfattning',
    told: 'berättat av personen eller coachen',
  },
  unconfirmed: 'ännu inte genomgånget med personen',
  strength: 'styrka {{strength}}/100',
  made_by: 'Ordningen är gjord med reglernas version {{version}}.',
  rotation: 'Jämnstarka turas om: först de som presenterats mer sällan, sedan dagens lott.',
  practical_filter: 'Praktiska hinder',
  practical_only: 'Bara utan hinder',
  people_filter: 'Avgränsa lämpliga',
  none_without_obstacle: 'Alla har något praktiskt hinder',
  none_without_obstacle_hint:
    'Formen, platsen eller starten passar ingen. Visa alla och se vad man kan komma överens om.',
  services_title: 'Vad kunde hjälpa',
  service: {
    language_support: 'Språkstöd på arbetsplatsen: {{about}}',
    short_course: 'Kort utbildning: {{about}}',
    apprenticeship: 'Läroavtal: {{about}}',
    pay_subsidy: 'Lönesubvention när kompetens saknas: {{about}}',
  },
  companies: {
    title: 'Företag för en öppen ansökan',
    lead: 'Företag utan öppet behov vars ord pekar på personens kompetens.',
    open: 'Företag för en öppen ansökan',
    empty_title: 'Inga företag just nu',
    empty: 'Inget företags bransch, sökord, webbplats eller tidigare behov nämner personens kompetenser.',
    excluded:
      'Företag som personen har spärrat, som undanbett sig kontakt eller som redan har ett öppet behov är inte med.',
    found_one: 'Ett företag',
    found_other: '{{count}} företag',
    most: 'De första {{count}}. Det finns fler.',
    place_fits: 'platsen passar',
    where: {
      keywords: 'i sökorden',
      web: 'på webbplatsen',
      industry: 'i branschen',
      description: 'i beskrivningen',
      needs: 'i ett tidigare behov',
    },
  },
  rules: {
    title: 'Så räknas lämpligheten',
    lead: 'Här är reglerna i sin helhet. De är lika för alla, och inget lärs in i bakgrunden.',
    skills:
      'Varje kompetens som arbetsgivaren begär jämförs med personens bekräftade kompetenser och CV. En gemensam ordlista känner igen olika skrivsätt och språk som samma sak.',
    covered:
      'Det begärda täcks av samma kompetens, samma med andra ord, en mer specifik (Python täcker programmering) eller en som det begärda följer av (React täcker JavaScript). Närliggande kompetens visas men täcker inte.',
    esco: 'Om klassificeringen ESCO har importerats syns dess samband som egna: en kompetens som är mer specifik enligt ESCO täcker svagare än ett samband i vår egen ordlista, och en som enligt ESCO är vidare, nödvändig eller nyttig är bara nära. Säger vår egen ordlista något om paret avgör den. På raden står det när sambandet är ESCOs.',
    words:
      'Arbetsgivarens ord söks också i CV:t som sådana, böjda och som sista led i en sammansättning. Står alla orden nära varandra i samma mening täcker de; en del av orden är bara nära. Vardagsord som ledning eller utveckling betyder ingenting ensamma.',
    places:
      'Belägget är starkare ju tyngre stället är: yrkestitel, flera arbeten, beskrivning av ett arbete, studier, lista. Datum, hur färskt något är eller summan av arbetsår spelar ingen roll, för de skulle berätta om ålder och arbetslöshet.',
    level:
      'Om arbetsgivaren begär en nivå täcker en lägre nivå inte. Om nivån inte är sagd berättar åren som nämns vid kompetensen: under 2 grunder, 2–4 god, 5 stark. Vet man ingenting räknas kompetensen, och det sägs.',
    unconfirmed:
      'En kompetens som lästs i CV:t och inte gåtts igenom med personen syns genast men svagare. Arbetsgivaren får bara veta det genomgångna.',
    tiers:
      'Personerna står i fyra grupper: alla nödvändiga täckta, de flesta, en del, bara önskemål. Den som inte täcker något finns inte på listan.',
    order:
      'Inom gruppen är ordningen beläggets styrka: radernas vägda medeltal, avrundat till steg om {{step}} poäng. Ingen falsk noggrannhet visas.',
    rotation:
      'På samma steg kommer först den som presenterats mer sällan; sedan en lott som byts varje dag och för varje behov. Antalet presentationer syns vid var och en.',
    languages:
      'Ett begärt språk väger som det sägs nedan. Modersmål som sådant påverkar inte, bara färdigheten.',
    practical: 'Arbetsform, plats och start visas bredvid. De ändrar inte ordningen.',
    services:
      'Bredvid en brist visas en tjänst som kunde hjälpa. Språkstöd när språket är under det begärda. Kort utbildning när en eller två nödvändiga saknas och andra finns. Läroavtal när mer saknas, något finns och företaget erbjuder anställning. Lönesubvention när en nödvändig saknas och både företaget och personen vill ha subventionerat arbete. Myndigheten beslutar alltid.',
    people: 'En människa avgör alltid: listan hjälper att se, den väljer ingen och väljer inte bort någon.',
    never_title: 'Vad som aldrig används',
    never:
      'Ålder, kön, ursprung, medborgarskap, modersmål som sådant, hälsa, familj, hem, arbetslöshetens längd, arbetenas datum, namn eller bild. Jämförelsen får inte ens veta dem.',
    weights_title: 'Vikter',
    weights_lead: 'Radens styrka är dess andelar multiplicerade. 100 är full.',
    what: 'Vad',
    weight: 'Vikt',
    version: 'Version {{version}}',
    versions: 'Versioner',
    in_force: 'i kraft',
    first: 'Siltas egna första regler',
    shipped: 'Reglerna som följde med Silta',
    change: 'Ändra reglerna',
    group: {
      lines: 'Radens vikt i medeltalet',
      link: 'Hur det begärda uppfylls, %',
      evidence: 'Var det syns, %',
      other: 'Övrigt',
    },
    must: 'Nödvändig',
    nice: 'Önskemål',
    language: 'Språk',
    unconfirmed_share: 'Ännu inte genomgånget, %',
    level_below: 'Nivån under den begärda, %',
    level_unknown: 'Nivån inte känd, %',
    step: 'Steg, poäng',
  },
  change: {
    title: 'Ändra reglerna för lämplighet',
    lead: 'Se först vad ändringen skulle göra med de öppna behovens listor. Inget ändras förrän du tar reglerna i bruk.',
    preview: 'Se verkan',
    reason: 'Varför reglerna ändras',
    save: 'Ta i bruk',
    saved: 'De nya reglerna är i kraft.',
    effect_title: 'Verkan på öppna behov',
    same: 'Ingen lista skulle ändras.',
    effect_one: 'En lista av {{of}} skulle ändras.',
    effect_other: '{{count}} listor av {{of}} skulle ändras.',
    looked_at: 'De {{count}} nyaste öppna behoven och de {{people}} starkaste i vart och ett.',
    need: 'Behov',
    people: 'Personer',
    moved: 'Byter plats',
    tier_moved: 'Byter grupp',
    first_five: 'Nya bland de fem första',
    moves: 'Plats före → efter',
    not_listed: 'inte på listan',
  },
} satisfies SameKeys<typeof fi>
