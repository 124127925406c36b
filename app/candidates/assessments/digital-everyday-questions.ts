import { ask, say } from './form-wording'

/** What everybody meets: a device, finding things, dealing with authorities. */
export const EVERYDAY_QUESTIONS = [
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
      [0, 'Pyydän muita katsomaan puolestani.', 'Jag ber andra söka åt mig.', 'I ask others to look for me.'],
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
      [1, 'Katson, kuka sen on kirjoittanut.', 'Jag ser vem som har skrivit det.', 'I look at who wrote it.'],
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
]
