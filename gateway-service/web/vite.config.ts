import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: '../target/classes/META-INF/resources',
    emptyOutDir: true,
    // The page's content security policy refuses data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': 'http://127.0.0.1:4000',
      '/socket': { target: 'ws://127.0.0.1:4000', ws: true },
    },
  },
  test: { include: ['src/**/*.test.ts'] },
})
