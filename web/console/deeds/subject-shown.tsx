import { Link } from '../../shared/router/page.tsx'
import { Id } from '../controls/id.tsx'
import { shortened } from '../controls/shortened.ts'
import { useMay } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { subjectPage } from './subject.ts'
import { subjectWords } from './texts.ts'

/** What a deed was done to, with its page where it has one that may be seen; `whole`, with its name to copy. */
export const SubjectShown = ({ of, whole = false }: { of: string; whole?: boolean }) => {
  const word = useWords()
  const may = useMay()
  const page = subjectPage(of)
  const [kind = '', ...names] = of.split(':')
  const name = names.join(':')
  const said = whole ? (
    word(subjectWords, kind)
  ) : (
    <span className="two-lines">
      {word(subjectWords, kind)} <code title={name}>{shortened(name)}</code>
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
      {whole && <Id label={word(subjectWords, kind)} text={name} />}
    </span>
  )
}
