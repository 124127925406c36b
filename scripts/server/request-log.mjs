// @ts-check

/**
 * One line a request: method, path, status, milliseconds. Who asked, and for whom, stays out.
 *
 * @param {import('pino').Logger} log
 * @returns {import('express').RequestHandler}
 */
export function logRequests(log) {
  return (req, res, next) => {
    const begun = performance.now()
    res.once('close', () => {
      const line = {
        method: req.method,
        path: maskedPath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(res.writableFinished ? {} : { aborted: true }),
      }
      if (res.statusCode >= 500) log.error(line, 'request')
      else log.info(line, 'request')
    })
    next()
  }
}

/**
 * The path without its query, and with `:id` for every part that is not plainly a word of ours: ids, tokens
 * of invitations, and what a stranger made up.
 *
 * @param {string} url
 */
export function maskedPath(url) {
  const [path = ''] = url.split('?')
  return path
    .split('/')
    .map((part) => (/^[a-z_-]{0,24}(\.[a-z]{2,5})?$/.test(part) ? part : ':id'))
    .join('/')
}
