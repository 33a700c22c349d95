import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../shared/style/tokens.css'
import '../shared/style/base.css'
import '../shared/style/layout.css'
import '../shared/style/controls.css'
import '../shared/style/records.css'
import './style/tokens.css'
import './style/frame.css'
import './style/controls.css'
import './style/tables.css'
import './style/case.css'
import './style/plots.css'
import './style/search.css'
import './style/operators.css'
import './style/papers.css'
import './style/webhooks.css'
import { App } from './frame/app.tsx'
import { clearOnceOut } from './session/clear-tab.ts'
import { session } from './session/session.ts'

declare global {
  interface Window {
    /** Ends the wait of boot.js for a page that never comes. */
    shimingStarted?: () => void
  }
}

const root = document.getElementById('page')
if (!root) throw new Error('the page has no place for its content')
const shown = createRoot(root)
clearOnceOut(session, window, () => shown.unmount())
shown.render(
  <StrictMode>
    <App />
  </StrictMode>,
)
window.shimingStarted?.()
