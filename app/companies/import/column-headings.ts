import type { CompanyField } from './company-field'

/**
 * Headings, folded by `foldHeading`, that the register, Vainu, HubSpot, Salesforce and
 * everyday Finnish, Swedish and English tables give to each field.
 */
export const headings: Record<CompanyField, readonly string[]> = {
  business_id: words(`
    ytunnus businessid yritystunnus liikejayhteisotunnus fonummer organisationsnummer orgnr
    companyid alvnumero alvtunnus alvnro vatnumber vatid vat momsnummer businessidentitycode
    registrationnumber tunnus
  `),
  name: words(`
    yrityksennimi yritys yritysnimi toiminimi companyname company accountname account officialname
    virallinennimi organisaatio organisaationnimi organization organizationname organisationname
    foretag foretagsnamn foretagetsnamn firma bolag tyonantaja employer
  `),
  form: words(`
    yhtiomuoto yritysmuoto companyform legalform businessform foretagsform bolagsform juridiskform
    formofcompany
  `),
  registered_on: words(`
    rekisterointipaiva rekisteroity rekisteripvm rekisterointipvm registrationdate registered
    registeredon perustettu perustamispaiva founded registreringsdatum registrerad grundad
    dateregistered
  `),
  industry: words(`
    toimiala paatoimiala toimialankuvaus industry mainbusinessline businessline mainindustry
    officialindustry bransch naringsgren huvudbransch sector
  `),
  industry_code: words(`
    toimialakoodi toimialaluokka tol tolkoodi tol2008 industrycode nacecode nace branschkod
    naringsgrenskod siccode
  `),
  industry_code_2025: words(`
    tol2025 toimialakooditol2025 toimialakoodi2025 branschkodtol2025 branschkod2025 industrycodetol2025
    industrycode2025
  `),
  municipality: words(`
    kaupunki kunta kuntataipostitoimipaikka municipalityortown kommunellerort kotipaikka kotikunta postitoimipaikka paikkakunta city town municipality
    billingcity domicile kommun hemkommun hemort ort postanstalt stad posttown officecity
    headquarterscity visitingcity visitingaddresscity kayntiosoitteenkaupunki kayntiosoitekaupunki besoksort
  `),
  street: words(`
    katuosoite katu osoite lahiosoite kayntiosoite postiosoite streetaddress street address
    billingstreet gatuadress adress besoksadress postadress
  `),
  postcode: words(`
    postinumero postinro postcode postalcode zip zipcode billingzippostalcode billingpostalcode
    postnummer zippostalcode
  `),
  website: words(`
    url www verkkosivu verkkosivut kotisivu kotisivut nettisivu nettisivut verkkoosoite wwwosoite
    website websiteurl homepage web domain companydomainname companydomain hemsida webbplats
    webbsida
  `),
  phone: words(`
    yrityksenpuhelin vaihde puhelinvaihde companyphone companyphonenumber mainphone switchboard
    vaxel foretagetstelefon
  `),
  email: words('yrityksensahkoposti companyemail generalemail foretagetsepost yrityksensahkopostiosoite'),
  employees: words(`
    henkilosto henkilostomaara henkilostonmaara henkilokunta henkilostoluokka tyontekijat
    tyontekijoita tyontekijamaara kokoluokka koko employees employeecount numberofemployees
    noofemployees staff staffnumber size sizeband companysize personal antalanstallda anstallda
    personalstyrka storleksklass
  `),
  growth: words(`
    liikevaihdonkasvu liikevaihdonkasvuprosentti liikevaihdonmuutos liikevaihdonmuutosprosentti kasvu kasvuprosentti
    kasvuvauhti turnovergrowth turnovergrowthpercent turnoverchange revenuegrowth revenuegrowthpercent
    revenuegrowthrate revenuechange salesgrowth annualgrowth growth growthrate growthpercent growthpct yoygrowth
    omsattningstillvaxt omsattningsokning omsattningsforandring forandringavomsattning tillvaxt tillvaxtprocent
    tillvaxtiprocent tillvaxttakt
  `),
  growth_source: words(`
    kasvunlahde mistakasvutiedetaan growthsource sourceofgrowth howthegrowthisknown kallafortillvaxten
    tillvaxtkalla
  `),
  funded: words(`
    rahoitus rahoitettu rahoitustieto rahoituskierros viimeisinrahoitus viimeisinrahoituskierros saaturahoitus
    rahoitustayhteensa funding funded fundinground lastfunding lastfundinground lastfundingtype latestfunding
    totalfunding totalfundingamount totalmoneyraised moneyraised investment investments investors finansiering
    finansierat finansieringsrunda senastefinansiering kapitalanskaffning
  `),
  language: words('kieli asiointikieli yhteyskieli language contactlanguage sprak kontaktsprak'),
  keywords: words(`
    avainsanat avainsana hakusanat hakusana tunnisteet keywords keyword tags technologies
    teknologiat sokord nyckelord matchedkeywords
  `),
  web_text: words(`
    webteksti verkkosivunteksti verkkotekstit sivustonteksti kuvaus yrityskuvaus toimintakuvaus description
    companydescription webtext websitetext websitecontent aboutus webbtext webbplatstext beskrivning
    foretagsbeskrivning
  `),
  contact_name: words(`
    yhteyshenkilo yhteyshenkilonnimi kontakti kontaktihenkilo contact contactname contactperson
    primarycontact fullname kontaktperson kontakt henkilo henkilonnimi kokonimi paattaja
    toimitusjohtaja
  `),
  contact_first_name: words('etunimi firstname fornamn givenname contactfirstname'),
  contact_last_name: words('sukunimi lastname efternamn surname familyname contactlastname'),
  contact_role: words(`
    titteli rooli asema tehtava tehtavanimike yhteyshenkilonrooli yhteyshenkilontitteli jobtitle
    title role position contactrole contacttitle befattning titel roll
  `),
  contact_phone: words(`
    yhteyshenkilonpuhelin yhteyshenkilonpuhelinnumero contactphone contactphonenumber mobile
    mobilephone mobilephonenumber matkapuhelin kannykka mobiltelefon mobil kontaktpersonenstelefon
    directphone
  `),
  contact_email: words(`
    yhteyshenkilonsahkoposti yhteyshenkilonsahkopostiosoite contactemail workemail
    kontaktpersonensepost
  `),
}

/** Headings that say what is in the column but not whose it is: the first field still free takes it. */
export const ambiguousHeadings: {
  headings: readonly string[]
  company: CompanyField
  contact: CompanyField
}[] = [
  { headings: ['nimi', 'name', 'namn'], company: 'name', contact: 'contact_name' },
  {
    headings: [
      'puhelin',
      'puhelinnumero',
      'puh',
      'phone',
      'phonenumber',
      'telephone',
      'telefon',
      'telefonnummer',
      'tel',
    ],
    company: 'phone',
    contact: 'contact_phone',
  },
  {
    headings: ['sahkoposti', 'sahkopostiosoite', 'email', 'emailaddress', 'mail', 'epost', 'epostadress'],
    company: 'email',
    contact: 'contact_email',
  },
]

/** A heading reduced to its letters and digits: `Y-tunnus` and `ytunnus`, `Företagsnamn` and `foretagsnamn`. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
