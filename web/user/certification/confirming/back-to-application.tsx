import { useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { mine } from '../../../shared/service.ts'
import { useResource } from '../../../shared/state/use-resource.ts'
import { confirmingTexts } from './texts.ts'

/** The application whose change of name a confirmation by face is about, among the newest. */
const findOf = async (action: string, signal: AbortSignal) => {
  const { items } = await mine().applications.list({ signal }).page()
  return { id: items.find(({ faceAction }) => faceAction === action)?.id }
}

/** After a confirmation by face that is for an application: the way back to it. Nothing where it is for something else. */
export const BackToApplication = ({ action }: { action: string }) => {
  const texts = useTexts(confirmingTexts)
  const { known } = useResource(`application of ${action}`, (signal) => findOf(action, signal))
  const id = known.is === 'ok' ? known.value.id : undefined
  return id === undefined ? null : (
    <Link to={`/developer/applications/${id}`} className="button button-main button-wide">
      {texts.toApplication}
    </Link>
  )
}
