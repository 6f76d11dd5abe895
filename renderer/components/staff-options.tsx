interface Named {
  id: string;
  name: string;
}

/** A person's name alone; where two share it, what tells them apart is added. */
export function StaffOptions<T extends Named>({ people, apart }: { people: readonly T[]; apart(person: T): string }) {
  const shared = (name: string): boolean => people.filter((p) => p.name === name).length > 1;
  return people.map((person) => (
    <option key={person.id} value={person.id}>
      {shared(person.name) ? `${person.name}（${apart(person)}）` : person.name}
    </option>
  ));
}
