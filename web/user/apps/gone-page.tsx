import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { appTexts } from './texts.ts'

/** An app that is not here, or is another account's: the way back to those that are. */
export const GonePage = () => {
  const texts = useTexts(appTexts)
  return (
    <Page title={texts.gone} lead={texts.goneMore}>
      <Link to="/developer" className="standing">
        {texts.toApps}
      </Link>
    </Page>
  )
}
