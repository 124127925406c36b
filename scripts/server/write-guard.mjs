// @ts-check

const refusal = `Lomake tuli toiselta sivustolta, joten sitä ei käsitelty. Avaa Silta uudelleen ja yritä siellä.
Formuläret kom från en annan webbplats och behandlades inte. Öppna Silta på nytt och försök där.
The form came from another site and was not accepted. Open Silta again and try there.
`

/**
 * Lets a request change something only when it comes from a page of ours.
 *
 * Browsers say so in Sec-Fetch-Site, which no page can set; but they leave it out over plain http to other
 * machines, and send `none` when a person reloads or restores a form. Then the Origin has to be ours.
 *
 * @param {string} publicUrl
 * @returns {import('express').RequestHandler}
 */
export function refuseForeignWrites(publicUrl) {
  const publicHost = new URL(publicUrl).host
  return (req, res, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(req.method)) return next()
    const site = req.get('sec-fetch-site') ?? 'none'
    const origin = hostOf(req.get('origin'))
    const isOurs = origin !== undefined && (origin === req.get('host') || origin === publicHost)
    if (site === 'same-origin' || (site === 'none' && isOurs)) return next()
    res.status(403).type('text').send(refusal)
  }
}

/** @param {string | undefined} origin */
function hostOf(origin) {
  if (origin === undefined || !URL.canParse(origin)) return undefined
  return new URL(origin).host
}
