import { useEffect, useState } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { service } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { bringCode, forgetCode } from './code.ts'
import { Deciding } from './deciding.tsx'
import { Taking } from './taking.tsx'
import { scanTexts } from './texts.ts'
import type { Seen } from './what-asks-card.tsx'

/** No code, or none that still lets anybody in. */
const Over = ({ error }: { error: unknown }) => {
  const language = useLanguage()
  const texts = useTexts(scanTexts)
  useEffect(forgetCode, [])
  return (
    <Page title={texts.overTitle} over>
      <div className="card stack below">
        <p role="alert">{error === undefined ? texts.none : failureText(error, language)}</p>
        <p>{texts.overMore}</p>
        <Link to="/account" className="button button-wide">
          {texts.toAccount}
        </Link>
      </div>
    </Page>
  )
}

const isOver = (error: unknown): boolean => isProblem(error, 'scan_over') || isProblem(error, 'invalid_scan_code')

/** Looks once: what a code asks for does not change, and afterwards it may be decided. */
const Looking = ({ code, onSeen }: { code: string; onSeen: (seen: Seen) => void }) => {
  const texts = useTexts(scanTexts)
  const look = useResource(`scan ${code}`, (signal) => service().scans.look(code, { signal }))
  const { known } = look
  useEffect(() => {
    if (known.is === 'ok') onSeen(known.value)
  }, [known, onSeen])
  if (known.is === 'failed' && isOver(known.error)) return <Over error={known.error} />
  return (
    <Page title={texts.opening}>
      <div className="below">
        <Read of={look}>{() => null}</Read>
      </div>
    </Page>
  )
}

const Scanned = ({ code }: { code: string }) => {
  const [over, setOver] = useState<unknown>()
  const [seen, setSeen] = useState<Seen>()
  if (over !== undefined) return <Over error={over} />
  if (!seen) return <Looking code={code} onSeen={setSeen} />
  const Question = seen.purpose === 'continue' ? Taking : Deciding
  return <Question code={code} seen={seen} onOver={setOver} />
}

/** On the phone that scanned the code of a desktop: what asks, for which account, and whether it is let in. */
export const ScanPage = () => {
  const { moves } = usePlace()
  const [code, setCode] = useState(bringCode)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another code may be opened on this very page.
  useEffect(() => setCode(bringCode()), [moves])
  return code === undefined ? <Over error={undefined} /> : <Scanned key={`${code} ${moves}`} code={code} />
}
