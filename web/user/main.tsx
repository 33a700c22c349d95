import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/style/tokens.css'
import '../shared/style/base.css'
import '../shared/style/layout.css'
import '../shared/style/controls.css'
import '../shared/style/pictures.css'
import '../shared/style/records.css'
import { App } from './frame/app.tsx'

declare global {
  interface Window {
    /** Ends the wait of boot.js for a page that never comes. */
    shimingStarted?: () => void
  }
}

const root = document.getElementById('page')
if (!root) throw new Error('the page has no place for its content')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
window.shimingStarted?.()
