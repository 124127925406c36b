import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

/** The domains from the ground up: a domain imports its own layer and those before it. */
const LAYERS = [
  ['platform', 'texts', 'ui'],
  ['activity', 'auth', 'exports', 'files', 'jobs', 'mail'],
  ['companies', 'candidates', 'skills'],
  ['needs'],
  ['campaigns', 'meetings', 'mentoring', 'placements', 'presentations'],
  ['outcomes'],
  ['portal', 'person'],
  ['search', 'shell'],
  ['demo'],
]

/** Every page says that it is the demo and every job needs a handler, so these stand outside of the layers. */
const OUTSIDE_OF_LAYERS = '^app/(demo/demo(-accounts|\\.server)\\.ts|jobs/handlers\\.server\\.ts)$'

const layerOrder: IForbiddenRuleType[] = LAYERS.slice(0, -1).map((layer, depth) => ({
  name: `${layer.join('-')}-imports-nothing-higher`,
  severity: 'error',
  from: { path: `^app/(${layer.join('|')})/`, pathNot: OUTSIDE_OF_LAYERS },
  to: {
    path: `^app/(${LAYERS.slice(depth + 1)
      .flat()
      .join('|')})/`,
    pathNot: OUTSIDE_OF_LAYERS,
  },
}))

const RULES: IForbiddenRuleType[] = [
  {
    name: 'routes-are-reached-by-address',
    severity: 'error',
    from: {},
    to: { path: '^app/[^/]+/routes/', dependencyTypesNot: ['type-only', 'export'] },
  },
  {
    name: 'server-values-stay-on-the-server',
    severity: 'error',
    from: { path: '^app/', pathNot: ['\\.server\\.tsx?$', '/routes/', '^app/root\\.tsx$'] },
    to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-one-file-knows-the-session-library',
    severity: 'error',
    from: { path: '^app/', pathNot: '^app/auth/session\\.server\\.ts$' },
    to: { path: '(^|/)node_modules/lucia/' },
  },
  {
    name: 'the-application-knows-no-scripts-or-tests',
    severity: 'error',
    from: { path: '^(app|db)/' },
    to: { path: '^(scripts|tests)/' },
  },
  { name: 'the-schema-imports-nothing', severity: 'error', from: { path: '^db/' }, to: { path: '^app/' } },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  ...layerOrder,
]

/** The imports under `folder` that break a rule, as `rule: importing file -> imported file`. */
export async function brokenImports(folder = process.cwd()): Promise<string[]> {
  const { output } = await cruise(
    ['app'],
    {
      baseDir: folder,
      ruleSet: { forbidden: RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', '^(scripts|tests)/'] },
      skipAnalysisNotInRules: true,
    },
    { alias: { '~': `${folder}/app` }, extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  )
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  )
}
