import { useState, useSyncExternalStore } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { useLanguage, usePreferences, useTexts } from '../../shared/language.ts'
import { type Preferences, preferences } from '../../shared/preferences.ts'
import { Link, usePlace } from '../../shared/router/page.tsx'
import { session } from '../../shared/state/session.ts'
import { wasIn } from '../../shared/state/was-in.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { frameTexts } from './texts.ts'

const choose = (choice: Partial<Preferences>): void => preferences().set({ ...preferences().get(), ...choice })

/** Says the other language in that language, for whoever cannot read this one. */
const LanguageSwitch = () => {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  const [name, tag] = other === 'zh' ? ['中文', 'zh-CN'] : ['English', 'en']
  return (
    <button type="button" className="top-action" lang={tag} onClick={() => choose({ language: other })}>
      {name}
    </button>
  )
}

const Display = ({ onClose }: { onClose: () => void }) => {
  const texts = useTexts(frameTexts)
  const { theme, size } = usePreferences()
  return (
    <Dialog title={texts.display} onClose={onClose}>
      <RadioCards
        id="size"
        label={texts.size}
        chosen={size}
        onChoose={(value) => choose({ size: value })}
        options={[
          { value: 'normal', name: texts.sizeNormal },
          { value: 'large', name: texts.sizeLarge },
          { value: 'largest', name: texts.sizeLargest },
        ]}
      />
      <RadioCards
        id="theme"
        label={texts.theme}
        chosen={theme}
        onChoose={(value) => choose({ theme: value })}
        options={[
          { value: 'auto', name: texts.themeAuto },
          { value: 'light', name: texts.themeLight },
          { value: 'dark', name: texts.themeDark },
        ]}
      />
      <Button kind="main" wide onPress={onClose}>
        {useTexts(commonTexts).close}
      </Button>
    </Dialog>
  )
}

/** To the account of whoever is signed in, by what the page has heard and, before that, what was so last; else to where one signs in. */
const Mine = () => {
  const texts = useTexts(frameTexts)
  const { path } = usePlace()
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  if (is === 'in' || (is === 'unknown' && wasIn()))
    return (
      <Link to="/account" className="top-action">
        {texts.account}
      </Link>
    )
  // Pages that are somebody's ask for it themselves.
  return path === '/' ? (
    <Link to="/sign-in?to=/account" className="top-action">
      {texts.signIn}
    </Link>
  ) : null
}

/** Where the visitor is, whose page it is, and how it is shown. */
export const Top = () => {
  const texts = useTexts(frameTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <header className="top">
      <div className="top-inner">
        <Link to="/" className="brand">
          <span className="brand-mark" aria-hidden="true" />
          {texts.brand}
        </Link>
        <Mine />
        <button type="button" className="top-action" onClick={() => setOpen(true)}>
          {texts.display}
        </button>
        <LanguageSwitch />
      </div>
      {isOpen && <Display onClose={() => setOpen(false)} />}
    </header>
  )
}

/** What holds of every page: whether any of it is real. */
export const Foot = () => {
  const texts = useTexts(frameTexts)
  const isSandbox = document.documentElement.dataset.stage === 'sandbox'
  return (
    <footer className="foot">
      <p>{isSandbox ? texts.sandbox : texts.safe}</p>
      <p>
        <Link to="/certificates" className="top-action">
          {texts.certificates}
        </Link>
        <a className="top-action" href="/reference">
          {texts.reference}
        </a>
        {isSandbox && (
          <a className="top-action" href="/sandbox/reference">
            {texts.sandboxReference}
          </a>
        )}
      </p>
    </footer>
  )
}
