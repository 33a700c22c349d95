import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { awsFaultsIn, type Commands } from './aws-blocks.ts'
import { fencesIn } from './fences.ts'
import { filesLike, pathOf, textOf } from './repository.ts'

const pages = [
  ...filesLike('*.md'),
  ...filesLike('docs/**/*.md'),
  ...filesLike('clients/*/*.md'),
  ...filesLike('examples/*.md'),
]
const scripts: Record<string, string> = JSON.parse(textOf('package.json')).scripts

/** Commands with flags in a page: `npm run chaos -- --minutes 10`, also in the middle of a sentence. */
const named = (text: string) =>
  Array.from(text.matchAll(/npm (?:run )?([\w:]+) -- ((?:--[\w-]+|[\w./]+| )+)/g), ([, name = '', words = '']) => ({
    name,
    flags: words.split(' ').filter((word) => word.startsWith('--')),
  }))

/** What each of our commands takes, as it says when it is asked. */
const flagsOf = async (line: string): Promise<string[]> => {
  const [, ...words] = line.split(' ')
  const { stdout } = await promisify(execFile)(process.execPath, [...words, '--help'], { cwd: pathOf('.') })
  return Array.from(stdout.matchAll(/\[(--[\w-]+)/g), ([, flag = '']) => flag).concat('--help')
}

let commands: Commands
beforeAll(async () => {
  const all = pages.map(textOf).join('\n')
  const own = Object.entries(scripts).filter(
    ([name, line]) => line.includes('needs-node.cjs') && (name === 'settings' || all.includes(`${name} -- --`)),
  )
  const asked = await Promise.all(own.map(async ([name, line]) => [name, await flagsOf(line)] as const))
  commands = { ...Object.fromEntries(Object.keys(scripts).map((name) => [name, []])), ...Object.fromEntries(asked) }
})

describe('commands that pages show', () => {
  it.each(pages)('%s names inputs, options and flags that exist', (page) => {
    const text = textOf(page)
    const blocks = fencesIn(text).filter(({ lang, tags }) => lang === 'sh' && tags[0] === 'aws')
    expect(blocks.flatMap((block) => awsFaultsIn(block.text, commands))).toEqual([])
    const unknown = named(text).flatMap(({ name, flags }) =>
      flags.filter((flag) => commands[name]?.includes(flag) === false).map((flag) => `${name} ${flag}`),
    )
    expect(unknown).toEqual([])
  })

  it.each([
    ['npx aws-cdk@2 deploy --all -c STAGE=sandbox -c PUBLIK_URL=x', ['-c PUBLIK_URL=x']],
    ['npx aws-cdk@2 deploy --al -c SETTINGS__sms__tries=3', ['--al']],
    ['npx aws-cdk@2 depoy', ['cdk depoy']],
    ['aws ssm put-parameter --nam x', ['--nam']],
    ['aws ssm putparameter', ['aws ssm putparameter']],
    ['npm run setings', ['npm run setings']],
    ['npm run settings -- --al --json', ['--al']],
    ['STAG=production npm run settings', ['STAG']],
    ['rm -rf x', ['rm -rf x']],
    ['SETTINGS=ssm:/a \\\n  npm run settings # shows', []],
  ])('%s', (block, faults) => {
    expect(awsFaultsIn(block, commands)).toEqual(faults)
  })
})
