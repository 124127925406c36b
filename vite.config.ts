import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'app',
      // Every page is named in app/routes.ts; files are routes only because that file says so.
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // A list of 50 links would have the server match them all against every route, in four times the page's own time.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
    tailwindcss(),
  ],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: { target: 'es2022', sourcemap: false },
  ssr: { noExternal: ['@tanstack/react-table', '@tanstack/table-core'] },
})
