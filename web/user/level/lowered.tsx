import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { levelTexts } from '../account/level-texts.ts'
import type { Explained } from './explained.ts'
import { explainedTexts } from './texts.ts'

const because = (texts: (typeof explainedTexts)['zh'], of: NonNullable<Explained['lowered']>, what: string): string => {
  if (of.because === 'number_recycled' || of.because === 'card_unbound' || of.because === 'cleared')
    return texts[of.because](what)
  return texts.expired(what)
}

/** That the level fell, from where to where, when, why, and where that is mended. */
export const LoweredBanner = ({ of: { lowered, ladder } }: { of: Explained }) => {
  const texts = useTexts(explainedTexts)
  const names = useTexts(levelTexts)
  if (lowered === null) return null
  const named = (level: number): string =>
    names.levelNamed(String(level), names[ladder.find((one) => one.level === level)?.levelName ?? 'none'])
  const { from, to, at, kind, page } = lowered
  const action =
    page === null ? undefined : (
      <Link to={page} className="button button-main">
        {texts.mend}
      </Link>
    )
  return (
    <Banner tone="warn" action={action}>
      <p>{texts.lowered(named(from), named(to))}</p>
      <p>{because(texts, lowered, kind === null ? '' : names[kind])}</p>
      <p>
        {texts.loweredAt}
        <Time at={at} />
      </p>
    </Banner>
  )
}
