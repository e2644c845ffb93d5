/** The page on a phone: chooses files, sends one after the other, says what arrived. Plain, so that old phones can run it. */
import './phone.css'

interface Row {
  readonly file: File
  readonly item: HTMLLIElement
  readonly state: HTMLElement
  readonly bar: HTMLProgressElement
}

const input = document.getElementById('files') as HTMLInputElement
const list = document.getElementById('list') as HTMLUListElement
const told = document.getElementById('told') as HTMLElement
const waiting: Row[] = []
let isSending = false
let arrived = 0
let failed = 0

/** Beyond this the hub says no; better before an hour of sending. */
const largestBytes = 2 * 1024 * 1024 * 1024

input.addEventListener('change', () => {
  for (const file of Array.from(input.files ?? [])) {
    const row = rowFor(file)
    if (file.size > largestBytes) fail(row, 'It is larger than 2 GB. Shorten it, or bring it on a stick.')
    else waiting.push(row)
  }
  // The same file may be chosen again.
  input.value = ''
  next()
})

window.addEventListener('beforeunload', (event) => {
  if (isSending) event.preventDefault()
})

function next(): void {
  const row = isSending ? undefined : waiting.shift()
  tell()
  if (row === undefined) return
  isSending = true
  send(row, (problem, isWorthRetrying) => {
    isSending = false
    if (problem === undefined) finish(row)
    else fail(row, problem, isWorthRetrying)
    next()
  })
}

/** @param onEnd told what went wrong, if anything */
function send({ file, state, bar, item }: Row, onEnd: (problem?: string, isWorthRetrying?: boolean) => void): void {
  const request = new XMLHttpRequest()
  request.open('PUT', `${location.pathname}/${encodeURIComponent(file.name)}`)
  item.dataset.state = 'sending'
  bar.hidden = false
  state.textContent = '0 %'
  request.upload.onprogress = ({ loaded }) => {
    const share = file.size === 0 ? 1 : loaded / file.size
    bar.value = share
    state.textContent = `${Math.floor(share * 100)} %`
  }
  request.onload = () => {
    if (request.status === 404) return onEnd('The code is over. Ask for a new one at the clinic’s computer.')
    if (request.status < 300) return onEnd()
    onEnd(messageIn(request.responseText), request.status >= 500 || request.status === 429 || request.status === 408)
  }
  request.onerror = () => onEnd('The connection was lost. Is this phone in the clinic’s Wi-Fi?', true)
  request.send(file)
}

function messageIn(text: string): string {
  try {
    return (JSON.parse(text) as { readonly message: string }).message
  } catch {
    return 'Something went wrong. Try again.'
  }
}

function rowFor(file: File): Row {
  const item = document.createElement('li')
  const name = document.createElement('p')
  const state = document.createElement('p')
  const bar = document.createElement('progress')
  item.dataset.state = 'waiting'
  name.className = 'name'
  name.textContent = file.name
  state.className = 'state'
  state.textContent = 'Waits for its turn'
  bar.hidden = true
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', `Sending ${file.name}`)
  item.append(name, state, bar)
  list.append(item)
  return { file, item, state, bar }
}

function finish({ item, state, bar }: Row): void {
  arrived += 1
  item.dataset.state = 'done'
  state.textContent = 'Arrived'
  bar.hidden = true
}

function fail(row: Row, problem: string, isWorthRetrying = false): void {
  failed += 1
  row.item.dataset.state = 'failed'
  row.state.textContent = problem
  row.bar.hidden = true
  if (!isWorthRetrying) return
  const again = document.createElement('button')
  again.type = 'button'
  again.textContent = 'Send again'
  again.addEventListener('click', () => {
    failed -= 1
    again.remove()
    row.item.dataset.state = 'waiting'
    row.state.textContent = 'Waits for its turn'
    waiting.push(row)
    next()
  })
  row.item.append(again)
}

function tell(): void {
  const left = waiting.length + (isSending ? 1 : 0)
  const files = (count: number) => (count === 1 ? '1 file' : `${count} files`)
  if (left > 0) told.textContent = `Sending: ${files(left)} to go. Keep this page open.`
  else if (failed > 0) told.textContent = `${files(arrived)} arrived, ${failed} did not.`
  else if (arrived > 0) told.textContent = `Done: ${files(arrived)} arrived. Thank you.`
  told.dataset.state = left > 0 ? 'sending' : failed > 0 ? 'failed' : 'done'
}
