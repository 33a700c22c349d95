import { pretend } from './device.ts'
import { readKept } from './kept.ts'

// Runs before the pages' own script, so it is short. The phone itself comes when the page stands.
const { isOff, device } = readKept()
if (isOff !== true) {
  const bridge = pretend(device)
  const start = async (): Promise<void> => {
    const app: typeof import('./phone-app.tsx') = await import(new URL('./phone-app.js', import.meta.url).href)
    app.startPhone(bridge)
  }
  if (document.readyState === 'complete') void start()
  else window.addEventListener('load', () => void start())
}
