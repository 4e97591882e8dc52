/**
 * People enter the figures ten at a time, in an order in which nobody is ever put in between, and a ten is in a report as a
 * whole or not at all. So whichever two reports somebody compares, of different days or made at different times, what lies
 * between them is at least ten people, never one. `inOrder`: all of the charity, not only those asked for.
 */
export function inTens<Person>(inOrder: readonly Person[], isIn: (person: Person) => boolean): Person[] {
  const tens = Array.from({ length: Math.floor(inOrder.length / ten) }, (_, index) =>
    inOrder.slice(index * ten, (index + 1) * ten),
  );
  return tens.filter((people) => people.every(isIn)).flat();
}

const ten = 10;
