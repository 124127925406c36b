import type { Language } from '~/texts/text-keys'

type Content = {
  language: Language
  subject: string
  paragraphs: string[]
  link: { text: string; url: string } | null
  /** How to end mail of this kind, small at the foot. */
  optOut: { text: string; url: string } | null
  footer: string
}

/** The mail as a small HTML page without pictures; whatever stands in the texts is shown, never obeyed. */
export function mailHtml({ language, subject, paragraphs, link, optOut, footer }: Content): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c2530;max-width:36rem;padding:1rem">
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
${link ? linkHtml(link) : ''}${optOut ? optOutHtml(optOut) : ''}<p style="font-size:14px;color:#55606b">${escapeHtml(footer)}</p>
</body></html>
`
}

function linkHtml(link: { text: string; url: string }): string {
  const url = escapeHtml(link.url)
  return `<p><a href="${url}" style="display:inline-block;padding:.7rem 1.2rem;background:#1f5673;color:#ffffff;border-radius:6px;text-decoration:none">${escapeHtml(link.text)}</a></p>
<p style="font-size:14px;word-break:break-all">${url}</p>
`
}

function optOutHtml({ text, url }: { text: string; url: string }): string {
  return `<p style="font-size:14px"><a href="${escapeHtml(url)}" style="color:#1f5673">${escapeHtml(text)}</a></p>
`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
