import { useCallback, useRef } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { Status, Waiting } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { Countdown } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import type { Standing } from './standing.ts'
import { desktopTexts } from './texts.ts'
import { type Code, useNewCode, useStanding } from './use-code.ts'

type SignedIn = { onSignedIn: (account: string) => void }

/** In the place of the code: what became of it, and the way to another. */
export const Ended = ({ text, ask }: { text: string; ask: () => Promise<void> }) => (
  <div className="scan-over">
    <p>{text}</p>
    <Button onPress={ask}>{useTexts(desktopTexts).refresh}</Button>
  </div>
)

type PictureProps = {
  code: Code
  standing: Exclude<Standing, 'taken'>
  ask: () => Promise<void>
  /** What scanning does, and what is to be done on the phone then. */
  label: string
  scannedMore: string
}

/** The code, or how it stands. */
export const Picture = ({ code, standing, ask, label, scannedMore }: PictureProps) => {
  const texts = useTexts(desktopTexts)
  switch (standing) {
    case 'shown':
      return (
        <>
          <Qr text={code.url} label={label} />
          <p className="quiet">
            {texts.until} <Countdown until={code.expiresAt} />
          </p>
        </>
      )
    case 'scanned':
      return (
        <div className="scan-over">
          <p>
            <b>{texts.scanned}</b>
          </p>
          <p>{scannedMore}</p>
          <Button onPress={ask}>{texts.refresh}</Button>
        </div>
      )
    case 'confirmed':
      return <Waiting>{texts.confirmed}</Waiting>
    default:
      return <Ended text={texts[standing]} ask={ask} />
  }
}

const Shown = ({ code, ask, onSignedIn }: { code: Code; ask: () => Promise<void> } & SignedIn) => {
  const texts = useTexts(desktopTexts)
  const { standing } = useStanding(code, onSignedIn)
  return (
    <Status>
      {standing !== 'taken' && (
        <Picture {...{ code, standing, ask }} label={texts.label} scannedMore={texts.scannedMore} />
      )}
    </Status>
  )
}

/** A code that signs this desktop in once somebody has scanned it and confirmed on the phone. */
export const DesktopCode = ({ onSignedIn }: SignedIn) => {
  const language = useLanguage()
  const texts = useTexts(desktopTexts)
  const { code, failed, ask } = useNewCode(() => service().scans.open({ purpose: 'sign_in' }))
  const latest = useRef(onSignedIn)
  latest.current = onSignedIn
  const signedIn = useCallback((account: string) => latest.current(account), [])
  return (
    <section className="card tight scan-code" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p className="quiet">{texts.lead}</p>
      {failed !== undefined && <Ended text={failureText(failed, language)} ask={ask} />}
      {failed === undefined && code === undefined && <Waiting>{texts.coming}</Waiting>}
      {failed === undefined && code && <Shown key={code.id} code={code} ask={ask} onSignedIn={signedIn} />}
    </section>
  )
}
