import type { SectionKind } from './cv-reading'

/** The words that head a CV's sections in Finnish, Swedish and English. */
const HEADINGS: Record<Exclude<SectionKind, 'header'>, string> = {
  personal: `personal information|personal details|personal data|personal info|contact|contacts|contact me
    |family|family situation|contact information|contact details|contact info|links|driving licence|driving license|military service
    |henkilötiedot|perhe|perhetiedot|perhesuhteet|yhteystiedot|perustiedot|ota yhteyttä|linkit|ajokortti|ajokortit|asepalvelus|varusmiespalvelus
    |personuppgifter|familj|familjeförhållanden|kontaktuppgifter|kontakt|kontaktinformation|länkar|körkort|militärtjänst|värnplikt`,
  profile: `profile|summary|professional summary|about|about me|objective|career objective|personal statement
    |introduction|executive summary|professional profile|personal profile|career summary|who am i|career goals
    |profiili|tiivistelmä|esittely|minusta|yhteenveto|tietoa minusta|kuka olen|lyhyesti|tavoite|tavoitteet
    |tavoitteeni|ammatillinen profiili|lyhyt esittely|lyhyesti minusta|hakijaprofiili|urasuunnitelma
    |profil|sammanfattning|om mig|presentation|kort om mig|mål|målsättning|vem är jag|yrkesprofil`,
  work: `work experience|experience|professional experience|employment|employment history|work history|career
    |career history|relevant experience|working experience|relevant work experience|internships|positions
    |internship experience|professional background|practical experience|job history|previous employment
    |työkokemus|työhistoria|työura|ammattikokemus|ammatillinen kokemus|työelämäkokemus|kokemus|työpaikat
    |työharjoittelut|työharjoittelu|harjoittelut|harjoittelu|keskeinen työkokemus|aiempi työkokemus
    |muu työkokemus|työsuhteet|työkokemukseni|työkokeilut|oman alan työkokemus|relevantti työkokemus
    |arbetslivserfarenhet|arbetslivserfarenheter|arbetserfarenhet|erfarenhet|erfarenheter|yrkeserfarenhet
    |anställningar|tidigare anställningar|praktik|jobberfarenhet|arbetshistorik|arbetshistoria|karriär`,
  education: `education|education and training|academic background|qualifications|studies|degrees
    |academic qualifications|educational background|education history|academic history|schooling
    |koulutus|koulutukset|opinnot|koulutustausta|tutkinnot|tutkinto|opiskelu|koulutukseni|koulutushistoria
    |utbildning|utbildningar|studier|examina|examen|utbildningsbakgrund|skolgång`,
  skills: `skills|technical skills|key skills|core competencies|core skills|competences|competencies|competence
    |technologies|professional skills|tools|expertise|it skills|computer skills|digital skills|personal skills
    |job-related skills|hard skills|soft skills|strengths|areas of expertise|tech stack|programming languages
    |skills summary|communication skills|organisational skills|organisational / managerial skills|other skills
    |technical expertise|technical proficiency|skill set|skillset|additional skills|core strengths
    |communication and interpersonal skills|management and leadership skills|tools and technologies
    |taidot|osaaminen|erityistaidot|it-taidot|atk-taidot|tietotekniset taidot|ammattitaidot|ydinosaaminen
    |vahvuudet|vahvuuteni|tekninen osaaminen|tekniset taidot|tietotekniikkataidot|erityisosaaminen|osaamiset
    |osaamisalueet|digitaidot|muu osaaminen|muut taidot|työkalut|teknologiat|ohjelmointikielet|taitoni
    |atk|it|tietotekniikka|atk-ohjelmat|ohjelmistot|tietokoneohjelmat|atk- ja it-taidot|it-työkalut|datorprogram
    |osaamiseni|ammatillinen osaaminen|keskeinen osaaminen|it-osaaminen|tietotekninen osaaminen|atk-osaaminen
    |kunskaper|färdigheter|kompetens|kompetenser|it-kunskaper|datakunskaper|styrkor|tekniska färdigheter
    |egenskaper|särskilda kunskaper|övriga kunskaper|kärnkompetenser|datorkunskaper|tekniska kunskaper
    |it-färdigheter|yrkeskunskaper|verktyg`,
  languages: `languages|language skills|language proficiency|language|spoken languages|language competences
    |mother tongue|other language|mother tongue(s)|other language(s)
    |kielitaito|kielet|kielitaidot|kielitaitoni|kieliosaaminen
    |språk|språkkunskaper|språkfärdigheter|språkkunskap`,
  certificates: `certificates|certifications|certification|licenses|licences|permits|professional certifications
    |certificates and licences|licenses and certifications|cards|accreditations|professional qualifications
    |sertifikaatit|sertifioinnit|kortit|luvat|todistukset|pätevyydet|työelämäkortit|korttikoulutukset
    |lupakortit|kortit ja luvat|passit|osaamismerkit|ammattipätevyydet
    |certifikat|intyg|behörigheter|certifieringar|kort|tillstånd|arbetslivskort|behörighet`,
  courses: `courses|training|further education|additional training|additional education|coursework|seminars
    |continuing education|professional development|workshops|trainings|relevant coursework
    |kurssit|lisäkoulutus|lisäkoulutukset|täydennyskoulutus|täydennyskoulutukset|muu koulutus|muut koulutukset
    |suoritetut kurssit|valmennukset
    |kurser|fortbildning|vidareutbildning|övriga utbildningar|utbildning övrigt|tilläggsutbildning`,
  projects: `projects|personal projects|selected projects|key projects|side projects|academic projects|portfolio
    |project experience|open source|projektit|omat projektit|projektikokemus|portfolio|harrasteprojektit
    |projekt|egna projekt|projekterfarenhet`,
  publications: `publications|selected publications|patents|talks|invited talks|presentations|conferences
    |julkaisut|esitelmät|patentit|publikationer|föredrag|patent`,
  awards: `awards|honors|honours|selected honors|selected honours|achievements|scholarships|accomplishments
    |honours and awards|grants|recognition|palkinnot|saavutukset|tunnustukset|apurahat|stipendit|ansiot
    |priser|utmärkelser|stipendier|meriter|prestationer`,
  volunteering: `volunteering|volunteer experience|volunteer work|community|community service|voluntary work
    |vapaaehtoistyö|vapaaehtoistoiminta|vapaaehtoistyöt|järjestötoiminta
    |volontärarbete|ideellt arbete|frivilligarbete|volontär|föreningsverksamhet`,
  positions_of_trust: `positions of trust|memberships|affiliations|leadership|leadership experience
    |luottamustoimet|luottamustehtävät|jäsenyydet|förtroendeuppdrag|medlemskap`,
  interests: `interests|hobbies|leisure|activities|personal interests|extracurricular activities
    |harrastukset|kiinnostuksen kohteet|vapaa-aika|harrastuneisuus|harrastukseni
    |intressen|hobbyer|fritidsintressen|fritid|fritidsaktiviteter`,
  references: `references|referees|reference|suosittelijat|suositukset|referenssit|suosittelija
    |referenser|referens|referenspersoner`,
  other: `additional information|other|other information|miscellaneous|further information|annexes|job applied for
    |muut tiedot|lisätiedot|muuta|muut|muu tieto|liitteet|övrigt|övriga uppgifter|övrig information|bilagor
    |tilläggsuppgifter`,
}

const KIND_OF = new Map<string, SectionKind>(
  Object.entries(HEADINGS).flatMap(([kind, phrases]) =>
    phrases.split('|').map((phrase) => [phrase.trim(), kind as SectionKind] as const),
  ),
)
const LONGEST_HEADING = 48

/**
 * The section a line heads, or null when it is not a heading this reader knows. "Hobbies and interests" is
 * taken by its first part; every part must be known.
 */
export function headingKind(line: string): SectionKind | null {
  if (line.length > LONGEST_HEADING || line.includes('\t')) return null
  const phrase = line
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s:.–—-]+$/u, '')
    .replace(/\s+/g, ' ')
  if (phrase === '') return null
  const known = KIND_OF.get(phrase)
  if (known) return known
  const parts = phrase
    .split(/\s*(?:,|&|\/|\+|\band\b|\bja\b|\boch\b|\bsekä\b)\s*/u)
    .filter((part) => part !== '')
  if (parts.length < 2) return null
  const kinds = parts.map((part) => KIND_OF.get(part))
  if (!kinds.every((kind) => kind !== undefined)) return null
  // "Kurssit ja kortit": what courses end in is listed one by one.
  return kinds[0] === 'courses' && kinds.includes('certificates') ? 'certificates' : (kinds[0] ?? null)
}
