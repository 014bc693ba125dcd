export function trainPane(){return{}}
