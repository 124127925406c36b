import ts from 'typescript'
import { expect, test } from 'vitest'
import { fi } from '~/texts/fi'
import { type Source, sourcesIn } from './sources'

const RECORDERS = ['recordActivity', 'recordActivityOfCompanies']

/** The actions that are written on timelines, as far as they stand in the call itself. */
function recordedActions(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    const found: string[] = []
    const visit = (node: ts.Node) => {
      if (ts.isCallExpression(node) && RECORDERS.includes(node.expression.getText())) {
        for (const entry of node.arguments.filter(ts.isObjectLiteralExpression)) {
          const action = entry.properties
            .filter(ts.isPropertyAssignment)
            .find(({ name }) => name.getText() === 'action')
          if (action) found.push(...branchesOf(action.initializer))
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

function branchesOf(value: ts.Expression): string[] {
  if (ts.isConditionalExpression(value))
    return [...branchesOf(value.whenTrue), ...branchesOf(value.whenFalse)]
  return ts.isStringLiteralLike(value) ? [value.text] : []
}

function actionsWithoutText(sources: Source[]): string[] {
  return recordedActions(sources).filter((action) => !(action in fi.activity))
}

test('every line of a timeline has its words', () => {
  const sources = sourcesIn('app').filter(({ path }) => path.endsWith('.server.ts'))
  expect(recordedActions(sources).length).toBeGreaterThan(20)
  expect(actionsWithoutText(sources)).toEqual([])
})

test('an action without words is seen', () => {
  const text = `
    await recordActivity(trx, { actorId, action: 'company_added', subject })
    await recordActivity(trx, { actorId, action: 'company_painted', subject })
    await recordActivity(trx, { actorId, action: open ? 'need_reopened' : 'need_forgotten', subject })`
  expect(actionsWithoutText([{ path: 'app/a.server.ts', text }])).toEqual([
    'company_painted',
    'need_forgotten',
  ])
})
