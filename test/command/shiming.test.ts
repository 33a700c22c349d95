import { describe, expect, it } from 'vitest'
import { exitCodes, variables } from '../../local/command/overview.ts'
import { outcomes } from '../../local/command/trigger/outcomes.ts'
import { verbs } from '../../local/command/verbs.ts'
import { type Told, toldIn } from '../../shared/command/told.ts'
import { textOf } from '../docs/repository.ts'
import { typed } from './typed.ts'

const HAN = /\p{Script=Han}/u

/** Every text that help shows, with where it is from. */
const texts: [string, Told][] = [
  ...verbs.flatMap(({ name, does, more = { zh: '', en: '' }, flags }) => [
    [name, does] as [string, Told],
    ...(toldIn('en', more) === '' ? [] : [[`${name}, below its flags`, more] as [string, Told]]),
    ...Object.entries(flags).flatMap(([flag, { does: told, allowed, value }]) => [
      [`${name} --${flag}`, told] as [string, Told],
      ...(value === undefined ? [] : [[`what ${name} --${flag} may be`, allowed] as [string, Told]]),
    ]),
  ]),
  ...exitCodes.map(({ code, means }) => [`exit code ${code}`, means] as [string, Told]),
  ...variables.map(({ name, means }) => [name, means] as [string, Told]),
  ...outcomes.map(({ name, does }) => [`outcome ${name}`, does] as [string, Told]),
]

describe('npx shiming', () => {
  it('says what there is, without a command and for whoever asks', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help'], ['--lang', 'en']]) {
      const { code, out, err } = await typed(args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const { name } of verbs) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
      expect(out).not.toMatch(HAN)
    }
  })

  it('tells its version', async () => {
    expect(await typed(['--version'])).toEqual({
      code: 0,
      out: `${JSON.parse(textOf('package.json')).version}\n`,
      err: '',
    })
  })

  it('says of each command what it takes, asked in either way', async () => {
    for (const { name, flags } of verbs) {
      const { code, out } = await typed([name, '--help'])
      expect(code).toBe(0)
      expect(out.startsWith(`Usage: npx shiming ${name} `), name).toBe(true)
      for (const flag of Object.keys(flags)) expect(out).toContain(`\n  --${flag}`)
      expect(await typed(['help', name])).toEqual({ code, out, err: '' })
    }
  })

  it.each([
    ['LANG', { LANG: 'zh_CN.UTF-8' }, []],
    ['LC_ALL before LANG', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, []],
    ['--lang before both', { LANG: 'en_US.UTF-8', LC_ALL: 'C' }, ['--lang', 'zh']],
    ['--lang behind the command', {}, ['--lang=zh']],
  ])('speaks Chinese by %s', async (_how, env, more) => {
    expect((await typed(['people', '--help', ...more], { env })).out).toMatch(/^用法：npx shiming people /)
    expect((await typed([...more, 'people', '--help'], { env })).out).toMatch(/^用法：npx shiming people /)
    expect((await typed([...more], { env })).out).toContain('退出码：')
    expect((await typed(['peple', ...more], { env })).err).toBe(
      "没有命令 'peple'；是不是 people？ (npx shiming --help)\n",
    )
    const misused = await typed(['people', '--urll', 'x', ...more], { env })
    expect(misused.err).toBe('npx shiming people 没有 --urll；是不是 --url？ (npx shiming people --help)\n')
  })

  it.each([
    ['peple', "there is no 'peple'; perhaps people is meant"],
    ['dead-leters', "there is no 'dead-leters'; perhaps dead-letters is meant"],
    ['xyzzy', `there is no 'xyzzy'; there are ${verbs.map(({ name }) => name).join(', ')}`],
  ])('names the nearest where there is no %s', async (name, told) => {
    expect(await typed([name])).toEqual({ code: 2, out: '', err: `${told} (npx shiming --help)\n` })
  })

  it('is misused with a language, a flag or a word that it does not have', async () => {
    expect(await typed(['people', '--lang', 'fr'])).toMatchObject({
      code: 2,
      err: "--lang must be zh, en, not 'fr' (npx shiming people --help)\n",
    })
    for (const { name } of verbs) expect(await typed([name, '--nonsense'])).toMatchObject({ code: 2, out: '' })
    expect(await typed(['smoke', 'extra'])).toMatchObject({ code: 2 })
  })

  it('knows nothing of what npm keeps for itself: nothing stands between it and the shell', async () => {
    expect(await typed(['keys', 'make', 'platform'], { env: { npm_config_json: 'true' } })).toMatchObject({ code: 0 })
  })

  it.each(texts)('says in both languages what stands at %s', (_where, told) => {
    const [zh, en] = [toldIn('zh', told), toldIn('en', told)]
    expect(en).not.toMatch(HAN)
    expect(en.trim()).not.toBe('')
    const isOfNames = /^[\w ,.:*…/-]+$/.test(en) && zh.replaceAll('、', ', ') === en
    expect(isOfNames || HAN.test(zh), zh).toBe(true)
  })

  it('prints JSON with every command, and documents its form', () => {
    for (const { name, json, flags } of verbs) {
      expect(Object.keys(flags), name).toContain('json')
      expect(json, name).toMatch(/\{"\w+"|the description itself/)
    }
  })
})
