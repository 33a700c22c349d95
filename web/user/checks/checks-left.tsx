import { Banner } from '../../shared/controls/status.tsx'
import { useLanguage } from '../../shared/language.ts'
import { Until } from '../until.tsx'
import { type Checks, checksTold } from './checks-told.ts'

/** How many checks are left today, and a warning where none is. Nothing of the verified, who need none. */
export const ChecksLeft = ({ checks }: { checks: Checks | null }) => {
  const language = useLanguage()
  if (checks === null) return null
  const { text, at } = checksTold(checks, language)
  const told = (
    <>
      {text} {at !== undefined && <Until at={at} />}
    </>
  )
  return checks.leftToday === 0 ? <Banner tone="warn">{told}</Banner> : <p className="quiet">{told}</p>
}
