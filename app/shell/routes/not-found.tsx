import { notFound } from '~/platform/http.server'

/** Public: an address that is no page is a 404 for everyone. */
export function loader() {
  throw notFound()
}

/** Public, as the loader. */
export function action() {
  throw notFound()
}

export default function NotFound() {
  return null
}
