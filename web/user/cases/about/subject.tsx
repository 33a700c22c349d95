import { isId } from '../../../../shared/kernel/ids.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import { useLanguage } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { Time } from '../../../shared/shown/time.tsx'
import { useResource } from '../../../shared/state/use-resource.ts'
import { boughtName } from '../../money/named.ts'
import { outcomeOf } from '../../result/outcome.ts'
import { outcomeTexts } from '../../result/outcome-texts.ts'
import { findSubject, type Subject } from './find-subject.ts'
import { aboutTexts, aboutWords } from './texts.ts'

/** The name of what was found, when that was begun, and where it is shown. */
const namedBy = (subject: Subject, language: Language): { to: string; name: string; at: string } => {
  const { id } = subject.of
  switch (subject.is) {
    case 'verification': {
      const { title } = outcomeTexts[language][outcomeOf(subject.of, Number.NEGATIVE_INFINITY)]
      return { to: `/verify/result?id=${id}`, name: title, at: subject.of.createdAt }
    }
    case 'order':
      return { to: `/orders/${id}`, name: boughtName(subject.of, language), at: subject.of.createdAt }
    case 'application': {
      const name = aboutTexts[language].application(subject.of.names.to)
      return { to: `/developer/applications/${id}`, name, at: subject.of.createdAt }
    }
    case 'face_check':
      return { to: '/face', name: aboutTexts[language].face, at: subject.of.openedAt }
  }
}

const Found = ({ subject }: { subject: Subject }) => {
  const { to, name, at } = namedBy(subject, useLanguage())
  return (
    <>
      <Link to={to} className="standing">
        {name}
      </Link>{' '}
      <span className="quiet">
        <Time at={at} />
      </span>
    </>
  )
}

/** What a case is about, as its user knows it: in words, with the way there; an id only where nothing more is known of it. */
export const ShownSubject = ({ of }: { of: string }) => {
  const language = useLanguage()
  const texts = aboutTexts[language]
  const words: Readonly<Record<string, string>> = aboutWords[language]
  const { known } = useResource(`subject ${of}`, (signal) => findSubject(of, signal))
  if (Object.hasOwn(words, of)) return words[of]
  if (of.includes('.'))
    return (
      <Link to={`/cases/${encodeURIComponent(of)}`} className="standing">
        {texts.case}
      </Link>
    )
  if (known.is === 'ok' && known.value) return <Found subject={known.value} />
  return known.is === 'loading' ? null : (
    <>
      {isId(of) && texts.unknown} <code>{of}</code>
    </>
  )
}
