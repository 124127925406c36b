// @ts-check

const begun = Date.now()

const elapsed = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`

/**
 * One calm line about what happens now.
 * @param {string} line
 */
export function say(line) {
  console.log(`${elapsed().padStart(8)}  ${line}`)
}

/**
 * The last line of a start: where Silta is, and how to get in when it is the demo.
 * @param {{ url: string, host: string | undefined, accounts: import('../server/build.mjs').Account[] }} ready
 */
export function announce({ url, host, accounts }) {
  const lines = ['', `  Silta is ready after ${elapsed()}:  ${url}`]
  if (accounts.length > 0) {
    const widths = [
      Math.max(...accounts.map(({ role }) => role.length)),
      Math.max(...accounts.map(({ email }) => email.length)),
    ]
    const [role = 0, email = 0] = widths
    lines.push('', '  This is the demo; everything in it is invented. Sign in as')
    for (const each of accounts) {
      lines.push(`    ${each.role.padEnd(role)}  ${each.email.padEnd(email)}  ${each.password}`)
    }
    if (host === '127.0.0.1')
      lines.push('', '  Only this computer reaches it. For others too: HOST=0.0.0.0 npm start')
  }
  lines.push('', '  Ctrl-C stops it.', '')
  console.log(lines.join('\n'))
}
