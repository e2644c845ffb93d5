/** Runs the npm that the reader has, and turns its error codes into sentences. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { explainFileFault, SetUpError } from './failure.mjs'
import { runTied } from './tied-child.mjs'

// Short waits, more tries: a closed network is told within seconds, a bad line still gets through.
const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=4000']
const networkFault =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|E?SOCKET|ERR_SOCKET_TIMEOUT|EPIPE|ENOTCACHED|FETCH_ERROR)/
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=error']

/**
 * Runs `npm ARGS`.
 *
 * @param {string} what the sentence that opens the error, e.g. `The npm packages could not be installed.`
 * @param {string} folder where npm works and what it is about to fill
 * @returns {Promise<string>} standard output
 * @throws {SetUpError}
 */
export async function npm(args, { what, folder, env = process.env }) {
  const [file, ...before] = npmCommand(env)
  const result = await runTied(file, [...before, ...args, ...quiet, ...patience], {
    cwd: folder,
    env,
    shell: process.platform === 'win32' && file.endsWith('.cmd'),
  })
  if (result.code === 0) return result.stdout
  throw new SetUpError({ what, ...explainNpm(result, folder) })
}

/**
 * Whether the registry answers at all: without one, `npm ci` tries for minutes, once for each package.
 *
 * @returns {Promise<boolean>} true as well when it answers with a refusal; `npm ci` then says which
 */
export async function isRegistryReachable({ folder, env = process.env }) {
  const [file, ...before] = npmCommand(env)
  const shell = process.platform === 'win32' && file.endsWith('.cmd')
  const once = ['--fetch-retries=1', '--fetch-retry-mintimeout=500', '--fetch-timeout=15000']
  const { stderr } = await runTied(file, [...before, 'ping', ...quiet, ...once], { cwd: folder, env, shell })
  return !networkFault.test(codeIn(stderr))
}

// npm tells its scripts where it and its Node are; a script started by hand looks beside its own Node, then in PATH. Once
// node_modules is there, npm runs this script on the Node inside it, which `npm ci` is about to delete: hence npm's own Node.
function npmCommand(env) {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const known = [env.npm_execpath, beside].find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  return known ? [env.npm_node_execpath ?? process.execPath, known] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** @param {{ code: number, stderr: string }} result how npm ended and what it said */
function explainNpm({ code, stderr }, folder) {
  if (code === 127) {
    return {
      why: 'There is no npm on this machine.',
      remedy: 'Install it (Debian: sudo apt-get install npm), then run it again.',
    }
  }
  const fault = codeIn(stderr)
  const said = stderr
    .replace(/^npm (?:error|ERR!) ?/gm, '')
    .trim()
    .split('\n')
    .slice(0, 6)
    .join('\n    ')
  const explained = explainCode(fault, folder)
  if (!explained)
    return {
      why: said || `npm ended with code ${code}.`,
      remedy: 'Run it again; if it stays, search for that message.',
    }
  return { why: `${explained.why} npm said:\n    ${said}`, remedy: explained.remedy }
}

const codeIn = (stderr) => /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1] ?? ''

function explainCode(fault, folder) {
  if (networkFault.test(fault)) {
    return {
      why: 'The npm registry could not be reached.',
      remedy:
        'Check the network. Behind a proxy: npm config set https-proxy http://HOST:PORT   With a registry of your own: npm config set registry URL   Then run it again.',
    }
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(fault)) {
    return {
      why: 'The connection to the npm registry shows a certificate that Node does not know (a firewall that reads along does that).',
      remedy: "Set NODE_EXTRA_CA_CERTS to your network's certificate file, then run it again.",
    }
  }
  if (/^E(401|403|404|5\d\d)$|^E(NOTARGET|TARGET)/.test(fault)) {
    return {
      why: 'The registry answered, but would not hand over a package.',
      remedy:
        'If you use a registry of your own, see that it carries the package named below its error; then run it again.',
    }
  }
  if (fault === 'EINTEGRITY') {
    return {
      why: 'A package arrived damaged, or is not the one expected.',
      remedy: 'npm cache verify   Then run it again.',
    }
  }
  if (fault === 'EUSAGE') {
    return {
      why: 'package.json and package-lock.json do not fit together.',
      remedy: 'npm install   Then run it again.',
    }
  }
  return explainFileFault({ code: fault }, folder)
}
