import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/style/tokens.css'
import '../shared/style/base.css'
import '../shared/style/layout.css'
import '../shared/style/controls.css'
import { App } from './frame/app.tsx'
import { reloadOnce } from './frame/reload-once.ts'

declare global {
  interface Window {
    /** Ends the wait of boot.js for a page that never comes. */
    shimingStarted?: () => void
  }
}

// A part of the page that is gone: it was released anew meanwhile, so what loads now fits together.
window.addEventListener('vite:preloadError', (event) => {
  if (reloadOnce(sessionStorage, () => location.reload(), Date.now())) event.preventDefault()
})

const root = document.getElementById('page')
if (!root) throw new Error('the page has no place for its content')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
window.shimingStarted?.()
