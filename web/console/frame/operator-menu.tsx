import { useState, useSyncExternalStore } from 'react'
import { Button as Pressable } from 'react-aria-components/Button'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { useLanguage, usePreferences, useTexts } from '../../shared/language.ts'
import { type Preferences, preferences } from '../../shared/preferences.ts'
import { router } from '../../shared/router/router.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { failureText } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { deedsOf } from '../deeds/subject.ts'
import { keysOn } from '../keys/preference.ts'
import { useResource } from '../service.ts'
import { readOtherSignIn, signOut } from '../session/sign-in.ts'
import { otherText } from '../session/sign-ins.ts'
import { roleWords, sessionTexts } from '../session/texts.ts'
import { useSession } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { frameTexts } from './texts.ts'

const THEMES = ['auto', 'light', 'dark'] as const

const choose = (choice: Partial<Preferences>): void => preferences().set({ ...preferences().get(), ...choice })

/** Who is signed in, how the console is shown to them, and the way out. */
export const OperatorMenu = ({ onHelp }: { onHelp: () => void }) => {
  const texts = useTexts(frameTexts)
  const session = useTexts(sessionTexts)
  const language = useLanguage()
  const { theme } = usePreferences()
  const areKeysOn = useSyncExternalStore(keysOn.subscribe, keysOn.get)
  const { name = '', role = '' } = useSession()?.operator ?? {}
  const word = useWords()
  const { known } = useResource('other sign-in', readOtherSignIn)
  const other = known.is === 'ok' ? known.value : undefined
  const [isLeaving, setLeaving] = useState(false)
  const leave = async (): Promise<void> => {
    if (isLeaving) return
    setLeaving(true)
    try {
      await signOut()
    } catch (error) {
      say({ tone: 'warn', text: failureText(error, language) })
    } finally {
      setLeaving(false)
    }
  }
  const themes = { auto: texts.themeAuto, light: texts.themeLight, dark: texts.themeDark } as const
  return (
    <MenuTrigger>
      <Pressable className="operator">
        <span className="operator-mark" aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className="operator-name">{name}</span>
        <span className="quiet">{word(roleWords, role)}</span>
        <span className="only-heard">{texts.me}</span>
      </Pressable>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={texts.me}>
          <MenuSection aria-label={session.ownRecords}>
            {other && <Header className="menu-told">{otherText(other, serviceClock.now(), language)}</Header>}
            <MenuItem className="menu-item" onAction={() => router().go(deedsOf(`operator:${name}`))}>
              {session.ownRecords}
            </MenuItem>
          </MenuSection>
          <Separator className="menu-line" />
          <MenuItem className="menu-item" onAction={() => choose({ language: language === 'zh' ? 'en' : 'zh' })}>
            {texts.otherLanguage}
          </MenuItem>
          <MenuSection
            aria-label={texts.colours}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = THEMES.find((one) => keys !== 'all' && keys.has(one))
              if (chosen) choose({ theme: chosen })
            }}
          >
            {THEMES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item">
                {themes[one]}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuItem className="menu-item" onAction={onHelp}>
            {texts.help}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => keysOn.set(!areKeysOn)}>
            {areKeysOn ? texts.keysOff : texts.keysOn}
          </MenuItem>
          <Separator className="menu-line" />
          <MenuItem className="menu-item" onAction={() => void leave()}>
            {texts.signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
