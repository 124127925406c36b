import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Source, sourcesIn } from './sources'

/** Attributes that people read or hear. */
const READ_ALOUD =
  /^(alt|aria-(description|label|placeholder|roledescription|valuetext)|empty|help|hint|label|lead|note|placeholder|submit|title)$/
/** Two letters or more; names of things such as PDF are the same in every language. */
const hasWord = (text: string) => /\p{L}{2,}/u.test(text.replace(/&\w+;|\b[A-Z]{2,5}\b/g, ''))

/** Words written into a page instead of into the texts of three languages, as `file:line words`. */
function wordsInPages(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
    const found: string[] = []
    const visit = (node: ts.Node) => {
      const words = wordsOf(node)
      if (words && hasWord(words)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        found.push(`${path}:${line + 1} ${words.trim()}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text
  if (!ts.isStringLiteralLike(node)) return undefined
  // Values on the branches of a condition are shown as they stand; arguments of a call are not.
  let holder = node.parent
  while (ts.isConditionalExpression(holder) || ts.isBinaryExpression(holder)) {
    if (ts.isConditionalExpression(holder) ? isWithin(node, holder.condition) : !isBranch(node, holder))
      return undefined
    holder = holder.parent
  }
  if (ts.isJsxAttribute(holder)) return READ_ALOUD.test(holder.name.getText()) ? node.text : undefined
  if (!ts.isJsxExpression(holder)) return undefined
  if (ts.isJsxAttribute(holder.parent))
    return READ_ALOUD.test(holder.parent.name.getText()) ? node.text : undefined
  return node.text
}

const isWithin = (node: ts.Node, outer: ts.Node) => node.pos >= outer.pos && node.end <= outer.end

/** The right side of `shown && 'words'` or `name ?? 'words'`; comparisons show nothing. */
function isBranch(node: ts.Node, { operatorToken, right }: ts.BinaryExpression): boolean {
  const joins = [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.PlusToken,
  ]
  return joins.includes(operatorToken.kind) && isWithin(node, right)
}

test('every word of a page comes from the texts of three languages', () => {
  const pages = sourcesIn('app').filter(({ path }) => path.endsWith('.tsx'))
  expect(pages.length).toBeGreaterThan(50)
  expect(wordsInPages(pages)).toEqual([])
})

test('words in a page are seen wherever they stand', () => {
  const planted = [
    '<p>Hello</p>',
    "<p>{'Hyvää päivää'}</p>",
    '<p>{open ? "Avoin" : t("needs:closed")}</p>',
    '<p>{name ?? "unknown"}</p>',
    '<input placeholder="Nimi" />',
    '<button aria-label={open ? t("a") : "Sulje"} />',
    '<p>{`yhteensä`}</p>',
  ]
  for (const page of planted) {
    expect(wordsInPages([{ path: 'app/a.tsx', text: `const a = ${page}` }]), page).toHaveLength(1)
  }
})

test('codes, signs and class names are no words', () => {
  const clean =
    '<p className="flex wrap">{kind === "open" ? t("needs:open") : " · "} – {list.join(", ")} &nbsp; (PDF)</p>'
  expect(wordsInPages([{ path: 'app/a.tsx', text: `const a = ${clean}` }])).toEqual([])
})
