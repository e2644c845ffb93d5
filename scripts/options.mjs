/** The options of `npm start` and `npm run hub`: what they are called, and the help that lists them. */

/** @typedef {{ name: string, value?: string, variable?: string, help: string, only?: 'start' }} Option */

/** @type {readonly Option[]} */
export const options = [
  {
    name: 'content',
    value: 'DIR',
    variable: 'ANTEROOM_CONTENT',
    help: 'the watched folder of films, videos and pictures',
  },
  { name: 'playlists', value: 'DIR', variable: 'ANTEROOM_PLAYLISTS', help: 'the folder of playlists (YAML)' },
  { name: 'data', value: 'DIR', variable: 'ANTEROOM_DATA', help: 'where the database and verified copies are kept' },
  {
    name: 'port',
    value: 'N',
    variable: 'ANTEROOM_PORT',
    help: 'where the pages are served (8710; 0 picks a free one)',
  },
  { name: 'host', value: 'ADDR', variable: 'ANTEROOM_HOST', help: 'the address to listen on (127.0.0.1)' },
  { name: 'zone', value: 'IANA', variable: 'ANTEROOM_ZONE', help: "the clinic's time zone, such as Europe/Berlin" },
  { name: 'windowed', help: 'ordinary windows instead of the kiosk', only: 'start' },
  { name: 'screens', value: 'N', help: 'how many screens to open (one for each display)', only: 'start' },
  {
    name: 'demo',
    help: "a simulated clinic day drives the queue, in a data folder of its own (DATA/demo): the clinic's log stays clean",
  },
  { name: 'uhd', help: 'the displays show 4K: films and pictures may be that large (a computer with a graphics card)' },
  {
    name: 'phones',
    value: '[ADDR:]PORT',
    variable: 'ANTEROOM_PHONES',
    help: "phones in the network may open their ticket's page, and add files with a code from the studio page (off)",
  },
  {
    name: 'public-url',
    value: 'URL',
    variable: 'ANTEROOM_PUBLIC_URL',
    help: 'the address, such as https://wait.clinic.example, under which a proxy of yours hands phones on to --phones',
  },
  { name: 'at', value: 'ISO', help: 'the clock starts there and runs on' },
]

const others = [['ANTEROOM_BROWSER', 'the browser that renders films (Chromium or Chrome)']]

/** @param {'start' | 'hub'} command */
export function helpText(command) {
  const own = optionsOf(command)
  const rows = [
    ...own.map(({ name, value, help }) => [`--${name}${value ? ` ${value}` : ''}`, help]),
    ['--help', 'this list'],
  ]
  const variables = [
    ...own.filter(({ variable }) => variable).map(({ name, variable }) => [variable, `the same as --${name}`]),
    ...others,
  ]
  const table = (lines) => {
    const width = Math.max(...lines.map(([left]) => left.length))
    return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
  }
  const usage = command === 'start' ? 'npm start -- [OPTION …]' : 'npm run hub -- [OPTION …]'
  return `${usage}\n\n${table(rows)}\n\nEnvironment (an option comes first):\n${table(variables)}\n`
}

/**
 * What is wrong with a command line, before anything is set up; values are judged by the hub, which knows what they mean.
 *
 * @param {readonly string[]} args
 * @param {'start' | 'hub'} command
 * @returns {string | undefined} a sentence
 */
export function findUsageError(args, command) {
  const known = optionsOf(command)
  for (let index = 0; index < args.length; index += 1) {
    const [word, given] = split(args[index])
    if (!word.startsWith('--')) return `${args[index]} is not an option. ${seeHelp(command)}`
    const option = known.find(({ name }) => `--${name}` === word)
    if (!option) return `There is no option ${word}. ${suggestion(word, known)}${seeHelp(command)}`
    if (!option.value && given !== undefined) return `${word} takes no value.`
    if (option.value && given === undefined) {
      index += 1
      if (args[index] === undefined || args[index].startsWith('--'))
        return `${word} wants a value: ${word} ${option.value}`
    }
  }
  return undefined
}

const optionsOf = (command) => options.filter(({ only }) => only === undefined || only === command)

const split = (arg) => {
  const at = arg.indexOf('=')
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)]
}

const seeHelp = (command) => `All of them: ${command === 'start' ? 'npm start' : 'npm run hub'} -- --help`

function suggestion(word, known) {
  const [nearest] = [...known, { name: 'help' }]
    .map(({ name }) => ({ name, steps: editSteps(word.slice(2).toLowerCase(), name) }))
    .sort((one, other) => one.steps - other.steps)
  return nearest.steps <= Math.max(2, nearest.name.length / 3) ? `Did you mean --${nearest.name}? ` : ''
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function editSteps(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1]
    for (const [across, second] of [...other].entries()) {
      next.push(Math.min(next[across] + 1, row[across + 1] + 1, row[across] + (letter === second ? 0 : 1)))
    }
    row = next
  }
  return row[other.length]
}

/** Prints the help, or what is wrong with the command line, and ends; otherwise returns. */
export function checkCommandLine(args, command) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpText(command))
    process.exit(0)
  }
  const problem = findUsageError(args, command)
  if (problem === undefined) return
  process.stderr.write(`${problem}\n`)
  process.exit(2)
}
