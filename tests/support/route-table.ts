import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import ts from 'typescript'
import routes from '../../app/routes'

/** Whom an exported loader or action lets in: the holders of a permission, everyone, or nobody knows whom. */
export type Guard = { permission: string } | 'public' | 'unguarded'

export type RouteGuards = { loader?: Guard; action?: Guard; hasPage: boolean }

export type Route = { url: string; file: string } & RouteGuards

type Verb = 'loader' | 'action'

/** Every address of the application, with the guards its file names. Paths are relative to the project. */
export function routeTable(): Route[] {
  return listedRoutes().map(({ url, file }) => ({ url, file, ...guardsOf(file) }))
}

/** What app/routes.ts lists: `/needs/:needId` and its file. */
export function listedRoutes(): { url: string; file: string }[] {
  return (routes as RouteConfigEntry[]).map(({ path: url, file }) => ({
    url: `/${url ?? ''}`,
    file: `app/${file}`,
  }))
}

/** Reads the guards of a route file out of its text; what it hands on from another file is read there. */
export function guardsOf(file: string, read = (name: string) => readFileSync(name, 'utf8')): RouteGuards {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const guards: RouteGuards = { hasPage: false }
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && has(statement, ts.SyntaxKind.ExportKeyword)) {
      if (has(statement, ts.SyntaxKind.DefaultKeyword)) guards.hasPage = true
      else if (isVerb(statement.name?.text)) guards[statement.name.text] = guardOf(statement)
    } else if (ts.isVariableStatement(statement) && has(statement, ts.SyntaxKind.ExportKeyword)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && isVerb(name.text)) guards[name.text] = 'unguarded'
      }
    } else if (ts.isExportDeclaration(statement)) {
      Object.assign(guards, handedOn(file, statement, read))
    }
  }
  return guards
}

function handedOn(
  file: string,
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  read: (name: string) => string,
): Partial<RouteGuards> {
  if (!exportClause || !ts.isNamedExports(exportClause)) return { loader: 'unguarded', action: 'unguarded' }
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return {}
  const there = guardsOf(`${path.posix.join(path.posix.dirname(file), moduleSpecifier.text)}.tsx`, read)
  const names = exportClause.elements.map(({ name }) => name.text)
  return {
    ...(names.includes('loader') && { loader: there.loader }),
    ...(names.includes('action') && { action: there.action }),
    ...(names.includes('default') && { hasPage: there.hasPage }),
  }
}

/** The first statement asks `requireMay(…, permission)`, or the docstring says that the function is public. */
function guardOf(declaration: ts.FunctionDeclaration): Guard {
  const docstring = ts.getJSDocCommentsAndTags(declaration).map((comment) => comment.getText())
  if (docstring.some((text) => /\bPublic\b/.test(text))) return 'public'
  const permission = declaration.body?.statements[0] && permissionAskedIn(declaration.body.statements[0])
  return permission ? { permission } : 'unguarded'
}

function permissionAskedIn(statement: ts.Statement): string | undefined {
  const expression = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : ts.isExpressionStatement(statement)
      ? statement.expression
      : undefined
  if (!expression || !ts.isAwaitExpression(expression) || !ts.isCallExpression(expression.expression))
    return undefined
  const { expression: called, arguments: given } = expression.expression
  const permission = given[1]
  if (called.getText() !== 'requireMay' || !permission || !ts.isStringLiteral(permission)) return undefined
  return permission.text
}

function isVerb(name: string | undefined): name is Verb {
  return name === 'loader' || name === 'action'
}

function has(statement: ts.FunctionDeclaration | ts.VariableStatement, kind: ts.SyntaxKind): boolean {
  return statement.modifiers?.some((modifier) => modifier.kind === kind) ?? false
}

/** The parameters of an address, by the route it stands for. */
export function paramsOf(url: string, address: string): Record<string, string> {
  const parts = new URL(address, 'http://localhost').pathname.split('/')
  return Object.fromEntries(
    url
      .split('/')
      .flatMap((part, place) => (part.startsWith(':') ? [[part.slice(1), parts[place] ?? '']] : [])),
  )
}
