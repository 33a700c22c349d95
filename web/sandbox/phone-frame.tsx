import { useEffect, useLayoutEffect, useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import type { Store } from '../shared/store.ts'
import { Messages } from './apps/messages.tsx'
import { More } from './apps/more.tsx'
import { Pay } from './apps/pay.tsx'
import { People } from './apps/people.tsx'
import { Scan } from './apps/scan.tsx'
import { TesterKey } from './apps/tester-key.tsx'
import type { Bridge } from './device.ts'
import { type Handset, useHandset } from './handset.ts'
import { useTexts } from './language.ts'
import type { Seen } from './page.ts'
import { Suggestion } from './suggestion.tsx'
import { phoneTexts } from './texts.ts'

const apps = ['messages', 'pay', 'scan', 'people', 'more'] as const
type App = (typeof apps)[number]

type PhoneProps = {
  bridge: Bridge
  page: Store<Seen>
  wide: MediaQueryList
  onPlace: (isOpen: boolean) => void
  onPutAway: () => void
}

/** The app that has to do with what happens now: a code came, a payment is asked for. */
const useApp = ({ offered, shown, number, asking }: Handset): [App, (app: App) => void] => {
  const [app, setApp] = useState<App>(number === undefined ? 'people' : 'messages')
  const [isOffered, isShown, isAsking] = [offered !== undefined, JSON.stringify(shown), asking !== undefined]
  useEffect(() => {
    if (isOffered) setApp('messages')
  }, [isOffered])
  useEffect(() => {
    if (isShown) setApp('pay')
  }, [isShown])
  useEffect(() => {
    if (isAsking) setApp('scan')
  }, [isAsking])
  return [app, setApp]
}

const Inside = ({ handset, onPutAway }: { handset: Handset; onPutAway: () => void }) => {
  const texts = useTexts(phoneTexts)
  const [app, setApp] = useApp(handset)
  const { known } = handset.peopleRead
  if (known.is === 'failed' && known.error instanceof ShimingProblem && known.error.status === 401)
    return <TesterKey handset={handset} />
  return (
    <>
      <nav className="phone-apps" aria-label={texts.apps}>
        {apps.map((one) => (
          <button key={one} type="button" aria-current={one === app || undefined} onClick={() => setApp(one)}>
            {one === 'scan' ? texts.scanApp : texts[one]}
          </button>
        ))}
      </nav>
      <div className="phone-app stack">
        {app === 'messages' && <Messages handset={handset} />}
        {app === 'pay' && <Pay handset={handset} />}
        {app === 'scan' && <Scan handset={handset} />}
        {app === 'people' && <People handset={handset} />}
        {app === 'more' && <More handset={handset} onPutAway={onPutAway} />}
      </div>
    </>
  )
}

/** The phone: what it suggests to do now, and below that its apps. Beside the page it is open; above it a line, until it is opened. */
export const Phone = ({ bridge, page, wide, onPlace, onPutAway }: PhoneProps) => {
  const texts = useTexts(phoneTexts)
  const handset = useHandset({ bridge, page })
  const [isOpen, setOpen] = useState(wide.matches)
  useLayoutEffect(() => {
    const place = (): void => onPlace(isOpen)
    place()
    wide.addEventListener('change', place)
    return () => wide.removeEventListener('change', place)
  }, [isOpen, wide, onPlace])
  return (
    <aside
      className="phone"
      aria-label={texts.name}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && !wide.matches) setOpen(false)
      }}
    >
      <div className="phone-top">
        <div className="phone-head">
          <h2>{texts.name}</h2>
          <button
            type="button"
            className="top-action"
            aria-expanded={isOpen}
            aria-controls="phone-inside"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? texts.fold : texts.open}
          </button>
        </div>
        <Suggestion handset={handset} />
      </div>
      <div id="phone-inside" className="phone-inside" hidden={!isOpen}>
        {isOpen && <Inside handset={handset} onPutAway={onPutAway} />}
        <p className="phone-foot">{texts.pretended}</p>
      </div>
    </aside>
  )
}
