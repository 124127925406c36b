/**
 * Endings and words of job titles in Finnish, Swedish and English, to tell a title from an employer and a
 * headline from a place. Finnish and Swedish titles are compounds: their last part decides.
 */
const FINNISH_ENDING =
  /(?:hoitaja|insinööri|johtaja|päällikkö|esimies|esihenkilö|asentaja|myyjä|kehittäjä|suunnittelija|opettaja|ohjaaja|työntekijä|harjoittelija|avustaja|siivooja|kuljettaja|kokki|tarjoilija|assistentti|sihteeri|asiantuntija|konsultti|analyytikko|arkkitehti|testaaja|apulainen|koordinaattori|vastaava|mestari|mekaanikko|hitsaaja|yrittäjä|tutkija|edustaja|neuvoja|vartija|kirjanpitäjä|valmentaja|toimittaja|emäntä|leipuri|kondiittori|lääkäri|ohjelmoija|koodari|kouluttaja|tukihenkilö|huoltaja|kerääjä|pakkaaja|koneistaja|operaattori|virkailija|controller|laborantti|kätilö|lakimies|juristi|maalari|putkimies|kirvesmies|rakentaja|muurari|lastaaja|lajittelija|jakaja|palvelija|ylläpitäjä|graafikko|valokuvaaja|kääntäjä|tulkki|ostaja|markkinoija|rekrytoija|kampaaja|hieroja|pedagogi|sosionomi|datanomi|merkonomi|tradenomi|kasaaja|tuottaja|tarkastaja|laskija|agentti|työnjohtaja|pelastaja|poliisi|vahtimestari|isännöitsijä|talonmies|puutarhuri|viljelijä|metsuri|ompelija|verhoilija|puuseppä|levyseppä|sähkömies|kassa|hyllyttäjä|tiskaaja|baarimikko|lähetti|harjoittelu|kesätyö|työkokeilu)(?:na|ksi)?$/iu
const SWEDISH_ENDING =
  /(?:utvecklare|ingenjör|chef|försäljare|sköterska|skötare|lärare|ledare|handläggare|assistent|konsult|tekniker|praktikant|montör|kock|servitris|servitör|arbetare|biträde|sekreterare|samordnare|koordinator|rådgivare|forskare|arkitekt|ekonom|revisor|städare|lokalvårdare|chaufför|förare|snickare|målare|svetsare|elektriker|mekaniker|operatör|analytiker|programmerare|testare|pedagog|vårdare|läkare|företagare|översättare|tolk|inköpare|redovisare|bokförare|vaktmästare|bagare|frisör|maskinist|expert|specialist|planerare|projektledare|medarbetare)$/iu
const ENGLISH_WORD =
  /\b(?:developer|engineer|manager|intern|nurse|teacher|director|officer|assistant|consultant|analyst|designer|architect|specialist|coordinator|administrator|technician|lead|leader|head|founder|co-founder|ceo|cto|cfo|coo|president|scientist|researcher|programmer|tester|supervisor|representative|salesperson|seller|clerk|cashier|chef|cook|waiter|waitress|driver|cleaner|worker|trainee|apprentice|advisor|adviser|accountant|controller|secretary|receptionist|instructor|tutor|lecturer|professor|operator|mechanic|electrician|plumber|carpenter|welder|painter|guard|caregiver|carer|practitioner|doctor|physician|therapist|counsellor|counselor|coach|editor|writer|journalist|translator|interpreter|photographer|producer|owner|entrepreneur|freelancer|volunteer|associate|executive|agent|buyer|planner|recruiter|librarian|postdoc|fellow|student assistant|creator|maintainer|machinist|packer|picker|estimator|examiner|advocate|sergeant|generalist|trainer|auditor|inspector|educator|banker|broker|underwriter|adjuster|attorney|lawyer|paralegal|pharmacist|dentist|chemist|biologist|economist|statistician|physicist|stylist|hairdresser|barber|foreman|janitor|custodian|dispatcher|merchandiser|marketer|copywriter|animator|illustrator|surveyor|appraiser|bookkeeper|teller|courier|firefighter|paramedic|midwife|caretaker|housekeeper|nanny|labou?rer|farmer|gardener|butcher|baker|bricklayer|roofer|tailor|fitter|installer|assembler|loader|sorter|superintendent|contractor|professional|substitute|barista|bartender|helper|expert|strategist|evangelist|devops|sysadmin|scrum master|product owner|full[- ]stack|front[- ]end|back[- ]end)s?\b/i

/** True when the words name a job: "Lähihoitaja", "Software Engineer II", "sjuksköterska". */
export function namesJob(text: string): boolean {
  if (ENGLISH_WORD.test(text)) return true
  return text
    .split(/[\s/,()&-]+/)
    .some((word) => word.length > 3 && (FINNISH_ENDING.test(word) || SWEDISH_ENDING.test(word)))
}

const EMPLOYER_MARK =
  /\b(?:oy|oyj|ab|abp|ky|tmi|t:mi|osk|ry|rf|r\.y\.|sr|ltd|limited|inc|llc|gmbh|plc|corp|corporation|company|group|as|a\/s|aps|bv|sa|pvt|co|kommun|stad|region|university|universitet|college|school|skola|hospital|sjukhus|institute|foundation|ministry|agency|bank|hotel|ravintola|restaurant|restaurang|museo|museum|solutions|technologies|systems|consulting|services|research|labs?)\b\.?/i
const FINNISH_EMPLOYER =
  /(?:kaupunki|kaupungin|kunta|kuntayhtymä|hyvinvointialue|yliopisto|korkeakoulu|koulu|lukio|päiväkoti|sairaala|keskus|virasto|ministeriö|seurakunta|säätiö|yhdistys|liitto|opisto|apteekki|kauppa|market|hotelli|palvelukeskus|osuuskauppa|pankki|kirjasto|laitos|hoiva|koti)$/iu

/** True when the words carry a mark of an organisation: "Oy", "Ltd", "kaupunki", "University". */
export const namesEmployer = (text: string): boolean =>
  EMPLOYER_MARK.test(text) || text.split(/[\s,]+/).some((word) => FINNISH_EMPLOYER.test(word))
