import { useLanguage } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Id } from '../controls/id.tsx'
import { shortened } from '../controls/shortened.ts'
import { useMay } from '../session/use-session.ts'
import { subjectPage, subjectTold } from './subject.ts'

/** What a deed was done to, with its page where it has one that may be seen; `whole`, with its name to copy. */
export const SubjectShown = ({ of, whole = false }: { of: string; whole?: boolean }) => {
  const language = useLanguage()
  const may = useMay()
  const page = subjectPage(of)
  const { words, name } = subjectTold(of, language)
  const said =
    whole || name === undefined ? (
      words
    ) : (
      <span className="two-lines">
        {words} <code title={name}>{shortened(name)}</code>
      </span>
    )
  return (
    <span className="line">
      {page !== undefined && may(page.right) ? (
        <Link to={page.to} className="standing">
          {said}
        </Link>
      ) : (
        <span>{said}</span>
      )}
      {whole && name !== undefined && <Id label={words} text={name} />}
    </span>
  )
}
