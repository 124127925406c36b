import type { AssessmentContent, Wording } from './assessment'

const say = (fi: string, sv: string, en: string): Wording => ({ fi, sv, en })

type Option = [points: number, fi: string, sv: string, en: string]
const ask = (key: string, area: string, text: Wording, options: Option[]) => ({
  key,
  area,
  text,
  options: options.map(([points, fi, sv, en]) => ({ points, text: say(fi, sv, en) })),
})

/** The first version of the test of digital skills. Answers rest on it, so a change is a new version, not an edit. */
export const DIGITAL_SKILLS: AssessmentContent = {
  areas: [
    { key: 'device', name: say('Laite ja tiedostot', 'Apparat och filer', 'Device and files') },
    {
      key: 'finding',
      name: say('Tiedon etsiminen ja asiointi', 'Söka och uträtta ärenden', 'Finding and e-services'),
    },
    { key: 'messages', name: say('Viestintä', 'Kommunikation', 'Communication') },
    { key: 'documents', name: say('Tekstit ja taulukot', 'Texter och tabeller', 'Texts and tables') },
    { key: 'safety', name: say('Turvallisuus', 'Säkerhet', 'Safety') },
  ],
  questions: [
    ask(
      'lost_file',
      'device',
      say(
        'Tallensit tiedoston eilen, mutta et löydä sitä. Mitä teet?',
        'Du sparade en fil i går men hittar den inte. Vad gör du?',
        'You saved a file yesterday but cannot find it. What do you do?',
      ),
      [
        [
          1,
          'Katson kansiot läpi yksi kerrallaan.',
          'Jag går igenom mapparna en i taget.',
          'I look through the folders one by one.',
        ],
        [
          2,
          'Haen nimellä tai katson viimeksi avatut tiedostot.',
          'Jag söker på namnet eller ser på de senast öppnade filerna.',
          'I search by name or look at the files opened last.',
        ],
        [0, 'Teen tiedoston uudelleen.', 'Jag gör filen på nytt.', 'I make the file again.'],
      ],
    ),
    ask(
      'frozen',
      'device',
      say(
        'Ohjelma ei enää vastaa, kun painat mitään. Mitä teet ensin?',
        'Ett program svarar inte när du trycker. Vad gör du först?',
        'A program no longer answers to anything you press. What do you do first?',
      ),
      [
        [0, 'Odotan, että joku auttaa.', 'Jag väntar tills någon hjälper.', 'I wait for somebody to help.'],
        [1, 'Sammutan koko laitteen.', 'Jag stänger av hela apparaten.', 'I switch the whole device off.'],
        [
          2,
          'Suljen vain sen ohjelman ja avaan sen uudelleen.',
          'Jag stänger bara det programmet och öppnar det igen.',
          'I close only that program and open it again.',
        ],
      ],
    ),
    ask(
      'many_photos',
      'device',
      say(
        'Sinun pitää antaa työkaverille 30 kuvaa. Ne eivät mahdu sähköpostiin.',
        'Du ska ge en kollega 30 bilder. De ryms inte i ett mejl.',
        'You need to give a colleague 30 pictures. They do not fit in an e-mail.',
      ),
      [
        [
          2,
          'Vien kuvat pilvipalveluun ja jaan linkin vain hänelle.',
          'Jag lägger bilderna i en molntjänst och delar länken bara med kollegan.',
          'I put them in a cloud service and share the link with that person only.',
        ],
        [0, 'En tiedä, miten se tehdään.', 'Jag vet inte hur man gör.', 'I do not know how that is done.'],
        [
          1,
          'Lähetän ne monessa viestissä.',
          'Jag skickar dem i många meddelanden.',
          'I send them in many messages.',
        ],
      ],
    ),
    ask(
      'job_search',
      'finding',
      say(
        'Etsit verkosta oman alasi töitä läheltä kotia.',
        'Du söker på nätet jobb i din bransch nära hemmet.',
        'You look online for jobs in your trade near home.',
      ),
      [
        [
          0,
          'Pyydän muita katsomaan puolestani.',
          'Jag ber andra söka åt mig.',
          'I ask others to look for me.',
        ],
        [
          2,
          'Rajaan haun ammatilla ja paikalla ja tallennan hakuvahdin.',
          'Jag avgränsar sökningen med yrke och plats och sparar en bevakning.',
          'I narrow the search by job and place and save an alert.',
        ],
        [
          1,
          'Kirjoitan hakukoneeseen ”avoimet työpaikat” ja selaan tuloksia.',
          'Jag skriver ”lediga jobb” i sökmotorn och bläddrar.',
          'I type “open jobs” into a search engine and browse.',
        ],
      ],
    ),
    ask(
      'trust',
      'finding',
      say(
        'Löydät verkosta ohjeen, joka koskee tukiasi. Mistä tiedät, voiko siihen luottaa?',
        'Du hittar på nätet ett råd om dina stöd. Hur vet du om du kan lita på det?',
        'You find advice online about your benefits. How do you know whether to trust it?',
      ),
      [
        [
          0,
          'Luotan, jos se on hyvin kirjoitettu.',
          'Jag litar på det om det är väl skrivet.',
          'I trust it if it is well written.',
        ],
        [
          1,
          'Katson, kuka sen on kirjoittanut.',
          'Jag ser vem som har skrivit det.',
          'I look at who wrote it.',
        ],
        [
          2,
          'Katson kirjoittajan ja päivän ja tarkistan asian viranomaisen sivulta.',
          'Jag ser på författare och datum och kontrollerar på myndighetens sida.',
          'I look at the writer and the date and check on the authority’s own page.',
        ],
      ],
    ),
    ask(
      'attachment',
      'finding',
      say(
        'Viranomainen pyytää sinulta todistuksen verkkopalvelussa.',
        'En myndighet ber om ett intyg i en e-tjänst.',
        'An authority asks you for a certificate in its e-service.',
      ),
      [
        [
          1,
          'Onnistun, jos joku istuu vieressä.',
          'Jag klarar det om någon sitter bredvid.',
          'I manage if somebody sits beside me.',
        ],
        [0, 'Vien paperin toimistoon.', 'Jag tar papperet till kontoret.', 'I take the paper to the office.'],
        [
          2,
          'Kirjaudun, lisään liitteen ja tarkistan, että se meni perille.',
          'Jag loggar in, bifogar intyget och kontrollerar att det kom fram.',
          'I sign in, attach it and check that it arrived.',
        ],
      ],
    ),
    ask(
      'application_mail',
      'messages',
      say(
        'Lähetät työhakemuksen sähköpostilla.',
        'Du skickar en jobbansökan med e-post.',
        'You send a job application by e-mail.',
      ),
      [
        [
          2,
          'Kirjoitan selvän otsikon ja lyhyen viestin, liitän PDF:n ja tarkistan osoitteen.',
          'Jag skriver en tydlig rubrik och ett kort meddelande, bifogar en PDF och kontrollerar adressen.',
          'I write a clear subject and a short message, attach a PDF and check the address.',
        ],
        [1, 'Liitän tiedoston ja lähetän.', 'Jag bifogar filen och skickar.', 'I attach the file and send.'],
        [0, 'En ole lähettänyt liitteitä.', 'Jag har inte skickat bilagor.', 'I have not sent attachments.'],
      ],
    ),
    ask(
      'video_call',
      'messages',
      say(
        'Huomenna sinulla on haastattelu videolla.',
        'I morgon har du en intervju på video.',
        'Tomorrow you have an interview by video.',
      ),
      [
        [
          1,
          'Avaan linkin silloin ja toivon parasta.',
          'Jag öppnar länken då och hoppas på det bästa.',
          'I open the link then and hope for the best.',
        ],
        [
          2,
          'Kokeilen linkin, äänen ja kuvan etukäteen ja tiedän, miten näyttö jaetaan.',
          'Jag provar länken, ljudet och bilden i förväg och vet hur man delar skärmen.',
          'I try link, sound and picture beforehand and know how to share the screen.',
        ],
        [
          0,
          'Pyydän haastattelun puhelimessa.',
          'Jag ber om en intervju per telefon.',
          'I ask for a phone interview instead.',
        ],
      ],
    ),
    ask(
      'group_chat',
      'messages',
      say(
        'Työpaikalla vuorot sovitaan ryhmäviesteillä ja yhteisessä kalenterissa.',
        'På arbetsplatsen avtalas skiften med gruppmeddelanden och en gemensam kalender.',
        'At work, shifts are agreed in a group chat and a shared calendar.',
      ),
      [
        [0, 'Kysyn vuoroni paperilla.', 'Jag ber om mina skift på papper.', 'I ask for my shifts on paper.'],
        [
          1,
          'Luen viestit, mutta kalenteri on vieras.',
          'Jag läser meddelandena, men kalendern är obekant.',
          'I read the messages, but the calendar is new to me.',
        ],
        [
          2,
          'Vastaan ryhmään, merkitsen vuorot kalenteriin ja laitan muistutuksen.',
          'Jag svarar gruppen, för in skiften i kalendern och lägger till en påminnelse.',
          'I answer the group, put the shifts in the calendar and set a reminder.',
        ],
      ],
    ),
    ask(
      'cv_layout',
      'documents',
      say(
        'Päivität ansioluettelosi tietokoneella.',
        'Du uppdaterar ditt cv på datorn.',
        'You update your CV on a computer.',
      ),
      [
        [
          1,
          'Kirjoitan tekstin, mutta asettelu menee usein rikki.',
          'Jag skriver texten, men layouten går ofta sönder.',
          'I write the text, but the layout often breaks.',
        ],
        [0, 'Joku muu kirjoittaa sen.', 'Någon annan skriver det.', 'Somebody else writes it.'],
        [
          2,
          'Käytän valmista pohjaa tai tyylejä ja tallennan PDF:ksi.',
          'Jag använder en mall eller format och sparar som PDF.',
          'I use a template or styles and save it as a PDF.',
        ],
      ],
    ),
    ask(
      'hours',
      'documents',
      say(
        'Taulukossa on 50 riviä työtunteja. Tarvitset yhden kuukauden summan.',
        'I en tabell finns 50 rader med arbetstimmar. Du behöver summan för en månad.',
        'A spreadsheet has 50 rows of working hours. You need the sum of one month.',
      ),
      [
        [0, 'Lasken laskimella.', 'Jag räknar med en miniräknare.', 'I add them up with a calculator.'],
        [
          2,
          'Suodatan kuukauden rivit ja teen summakaavan.',
          'Jag filtrerar månadens rader och gör en summaformel.',
          'I filter the rows of the month and make a sum formula.',
        ],
        [
          1,
          'Osaan painaa summaa, kun joku näyttää mistä.',
          'Jag kan trycka på summa om någon visar var.',
          'I can press “sum” when somebody shows me where.',
        ],
      ],
    ),
    ask(
      'writing_together',
      'documents',
      say(
        'Kolme ihmistä kirjoittaa samaa ohjetta.',
        'Tre personer skriver på samma anvisning.',
        'Three people write the same instructions.',
      ),
      [
        [
          2,
          'Kirjoitamme jaettuun tiedostoon ja kommentoimme; vanhat versiot saa takaisin.',
          'Vi skriver i en delad fil och kommenterar; gamla versioner går att få tillbaka.',
          'We write in a shared file with comments; old versions can be brought back.',
        ],
        [
          1,
          'Lähetämme tiedostoa vuorotellen toisillemme.',
          'Vi skickar filen till varandra i tur och ordning.',
          'We send the file to each other in turns.',
        ],
        [
          0,
          'Sanon, mitä toinen kirjoittaa.',
          'Jag säger vad någon annan skriver.',
          'I tell another person what to write.',
        ],
      ],
    ),
    ask(
      'parcel',
      'safety',
      say(
        'Saat tekstiviestin: ”Pakettisi odottaa, maksa 1 euro tästä linkistä.”',
        'Du får ett sms: ”Ditt paket väntar, betala 1 euro via länken.”',
        'You get a text message: “Your parcel is waiting, pay 1 euro by this link.”',
      ),
      [
        [0, 'Maksan, summa on pieni.', 'Jag betalar, summan är liten.', 'I pay, it is a small sum.'],
        [1, 'Poistan viestin.', 'Jag raderar meddelandet.', 'I delete the message.'],
        [
          2,
          'En avaa linkkiä vaan katson paketin kuljettajan omalta sivulta.',
          'Jag öppnar inte länken utan ser efter på transportörens egen sida.',
          'I do not open the link but look at the carrier’s own page.',
        ],
      ],
    ),
    ask(
      'passwords',
      'safety',
      say(
        'Miten pidät salasanasi?',
        'Hur håller du reda på dina lösenord?',
        'How do you keep your passwords?',
      ),
      [
        [
          1,
          'Eri salasanat, kirjoitettuna paperille.',
          'Olika lösenord, uppskrivna på papper.',
          'Different passwords, written on paper.',
        ],
        [
          2,
          'Pitkät ja eri salasanat hallintaohjelmassa, ja lisäksi koodi puhelimeen.',
          'Långa och olika lösenord i ett lösenordsprogram, och dessutom en kod till telefonen.',
          'Long, different ones in a password manager, and a code to the phone as well.',
        ],
        [0, 'Sama salasana kaikkialla.', 'Samma lösenord överallt.', 'The same password everywhere.'],
      ],
    ),
  ],
  levels: [
    {
      from: 0,
      name: say('Alkuun pääsevä', 'Kommer i gång', 'Getting started'),
      explanation: say(
        'Osa arjen digiasioista sujuu, moni vaatii vielä apua.',
        'En del digitala vardagssaker går bra, många kräver ännu hjälp.',
        'Some everyday digital things work, many still need help.',
      ),
      route: say(
        'Työelämän digitaidot: ohjattu kurssi ryhmässä ja rinnalla digituki kirjastossa. Harjoitellaan ensin niitä alueita, joilla pisteitä on vähiten.',
        'Arbetslivets digitala färdigheter: en ledd kurs i grupp och digistöd på biblioteket. Vi övar först de områden där poängen är lägst.',
        'Digital skills for working life: a guided course in a group, with digital support at the library. The areas with fewest points are practised first.',
      ),
    },
    {
      from: 12,
      name: say('Pärjäävä', 'Klarar sig', 'Managing'),
      explanation: say(
        'Tavalliset työelämän välineet ovat tuttuja, ja uutta oppii tekemällä.',
        'Arbetslivets vanliga verktyg är bekanta och nytt lärs genom att göra.',
        'The usual tools of working life are familiar, and new ones are learnt by doing.',
      ),
      route: say(
        'Digitaalisten palvelujen perusteet: itseopiskelu verkossa, noin viisi opintopistettä, tukena opintopiiri.',
        'Grunderna i digitala tjänster: självstudier på nätet, ungefär fem studiepoäng, med en studiecirkel som stöd.',
        'Basics of digital services: self-study online, about five credits, with a study circle for support.',
      ),
    },
    {
      from: 22,
      name: say('Edistynyt', 'Avancerad', 'Advanced'),
      explanation: say(
        'Valitset itse sopivat välineet ja pystyt neuvomaan muita.',
        'Du väljer själv lämpliga verktyg och kan ge andra råd.',
        'You choose fitting tools yourself and can advise others.',
      ),
      route: say(
        'Kehittäminen ja ylläpito: ICT-alan polkuopinnot, tai alan työkokeilu, jos kiinnostus on sinne.',
        'Utveckling och drift: stigstudier inom ICT, eller arbetsprövning i branschen om intresset finns där.',
        'Development and operations: path studies in ICT, or a work trial in the field if that interests.',
      ),
    },
  ],
}
