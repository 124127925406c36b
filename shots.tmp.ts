import { chromium } from 'playwright-core'
const base='http://localhost:4197'
const b = await chromium.launch({ executablePath: '/tmp/chromium', args:['--no-sandbox','--disable-gpu'] })
async function as(email:string, urls:string[], width:number) {
  const c = await b.newContext({locale:'fi-FI', viewport:{width,height:900}}); const p = await c.newPage()
  await p.goto(base+'/sign-in'); await p.fill('[name=email]', email); await p.fill('[name=password]','silta-demo'); await p.click('main button'); await p.waitForURL(u=>u.pathname!=='/sign-in')
  for (let u of urls) { 
    if (u.startsWith('>')) { const [list,sel]=u.slice(1).split('|'); await p.goto(base+list); await p.locator(sel!).first().click(); await p.waitForTimeout(800) } else await p.goto(base+u)
    const name=(email.split('@')[0]+u.replace(/[^a-z0-9-]+/gi,'_')+'.'+width).slice(0,80); await p.screenshot({path:`/tmp/shots/${name}.png`, fullPage:true}); console.log(name, (await p.title())) }
  await c.close()
}
const [email,width,...urls]=process.argv.slice(2)
await as(email!, urls, Number(width))
await b.close()
