import { chromium } from '@playwright/test'
import sparticuz from '@sparticuz/chromium'
import { readFileSync } from 'node:fs'
const [out, width, ...files] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 1800, height: 800 } })
await page.setContent(`<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888;align-items:flex-start">${files.map((f) => `<img style="width:${width}px" src="data:image/png;base64,${readFileSync(f).toString('base64')}">`).join('')}</body>`)
await page.screenshot({ path: out, fullPage: true })
await browser.close()
