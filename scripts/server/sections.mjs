// @ts-check
/** @typedef {import('./build.mjs').ServerBuild} ServerBuild */

/**
 * The application cut by the first word of an address, since Remix tries every route it knows, three times per page.
 * A section knows its own pages and the page of unknown addresses; all sections know the root.
 *
 * @template Handler
 * @param {ServerBuild} build
 * @param {(section: ServerBuild) => Handler} handle
 * @returns {(path: string) => Handler} what answers at this path
 */
export function bySection(build, handle) {
  const everywhere = [undefined, '', '*']
  const sections = new Set(Object.values(build.routes).map(({ path }) => firstWord(path ?? '')))
  const handlers = new Map([...sections].map((section) => [section, handle(cut(build, section))]))
  const unknown = handle(cut(build, '*'))

  return (path) => handlers.get(firstWord(decodeURIComponent(path)).replace(/^_root$/, '')) ?? unknown

  /**
   * @param {ServerBuild} whole
   * @param {string} section
   */
  function cut(whole, section) {
    /** @template {{ path?: string }} Route @param {Record<string, Route>} routes */
    const ofSection = (routes) =>
      Object.fromEntries(
        Object.entries(routes).filter(
          ([, { path }]) => everywhere.includes(path) || firstWord(path ?? '') === section,
        ),
      )
    return {
      ...whole,
      routes: ofSection(whole.routes),
      assets: { ...whole.assets, routes: ofSection(whole.assets.routes) },
    }
  }
}

/** @param {string} path in any case, as Remix takes it; the data of a page has `.data` behind the page's path */
function firstWord(path) {
  const word = path.split('/').find((part) => part !== '') ?? ''
  return word.replace(/\.data$/, '').toLowerCase()
}
