/* One function of pdfium called for each of many items: calls.py's loops, in C. calls.py has them in Python too.
   And a page loaded by a thread that never waits for Python's lock, nor Python for it: loaded.py asks for one.

   A function comes as its address and its shape: what it returns (i an int, p a handle, d a double; w: whether it could, while its
   results are written to 1, 2 or 4 places), and what it takes (h a handle, n an index). Handles are told as numbers. */

#define Py_LIMITED_API 0x030B0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define PLACES 4

typedef struct {
    int64_t one;
    const int64_t *many; /* one an item; NULL where all items have the same */
    Py_buffer view;
} Argument;

typedef struct {
    void *function;
    Argument handle, index;
    Py_ssize_t items, step, places[PLACES]; /* bytes from item to item, and from an item's begin to each of its results */
    char *results;
} Call;

#define AT(argument) (call->argument.many ? call->argument.many[item] : call->argument.one)
#define H ((void *)(intptr_t)AT(handle))
#define N ((int)AT(index))
#define R(place) ((void *)(results + call->places[place]))
#define LOOP(name, type, statement)                                                       \
    static void name(const Call *call)                                                    \
    {                                                                                     \
        type = call->function;                                                            \
        char *results = call->results;                                                    \
        for (Py_ssize_t item = 0; item < call->items; item++, results += call->step)      \
            statement;                                                                    \
    }

LOOP(i_h, int (*f)(void *), *(int64_t *)results = f(H))
LOOP(p_h, void *(*f)(void *), *(int64_t *)results = (intptr_t)f(H))
LOOP(i_hn, int (*f)(void *, int), *(int64_t *)results = f(H, N))
LOOP(p_hn, void *(*f)(void *, int), *(int64_t *)results = (intptr_t)f(H, N))
LOOP(d_hn, double (*f)(void *, int), *(double *)results = f(H, N))
LOOP(w1_h, int (*f)(void *, void *), f(H, R(0)))
LOOP(w2_h, int (*f)(void *, void *, void *), f(H, R(0), R(1)))
LOOP(w4_h, int (*f)(void *, void *, void *, void *, void *), f(H, R(0), R(1), R(2), R(3)))
LOOP(w1_hn, int (*f)(void *, int, void *), f(H, N, R(0)))
LOOP(w2_hn, int (*f)(void *, int, void *, void *), f(H, N, R(0), R(1)))
LOOP(w4_hn, int (*f)(void *, int, void *, void *, void *, void *), f(H, N, R(0), R(1), R(2), R(3)))

static const struct {
    const char *shape;
    void (*loop)(const Call *);
} SHAPES[] = {
    {"i(h)", i_h},   {"p(h)", p_h},   {"i(hn)", i_hn},   {"p(hn)", p_hn},   {"d(hn)", d_hn},  {"w1(h)", w1_h},
    {"w2(h)", w2_h}, {"w4(h)", w4_h}, {"w1(hn)", w1_hn}, {"w2(hn)", w2_hn}, {"w4(hn)", w4_hn},
};

static int take(PyObject *given, void *argument)
{
    Argument *taken = argument;

    if (PyLong_Check(given)) {
        taken->one = PyLong_AsLongLong(given);
        return !PyErr_Occurred();
    }
    if (PyObject_GetBuffer(given, &taken->view, PyBUF_SIMPLE) < 0)
        return 0;
    taken->many = taken->view.buf;
    return 1;
}

static int fits(const Argument *argument, Py_ssize_t items)
{
    return !argument->many || argument->view.len == items * (Py_ssize_t)sizeof(int64_t);
}

static void release(Argument *argument)
{
    if (argument->many)
        PyBuffer_Release(&argument->view);
}

/* each(shape, function, results, items, places, handle, index=0): places are bytes, four of them whatever the shape. */
static PyObject *each(PyObject *Py_UNUSED(self), PyObject *args)
{
    const char *shape;
    unsigned long long function;
    Py_buffer results;
    Call call = {0};

    results.obj = NULL;
    if (!PyArg_ParseTuple(args, "sKw*n(nnnn)O&|O&", &shape, &function, &results, &call.items, &call.places[0], &call.places[1],
                          &call.places[2], &call.places[3], take, &call.handle, take, &call.index))
        goto done;
    call.function = (void *)(uintptr_t)function;
    call.results = results.buf;
    if (call.items < 0 || (call.items > 0 && results.len % call.items)) {
        PyErr_SetString(PyExc_ValueError, "results are as many bytes for each item");
        goto done;
    }
    call.step = call.items > 0 ? results.len / call.items : 0;
    if (call.items > 0 && *shape != 'w' && call.step != sizeof(int64_t)) {
        PyErr_SetString(PyExc_ValueError, "what is told takes eight bytes");
        goto done;
    }
    for (int place = 0; place < PLACES; place++)
        if (call.places[place] < 0 || (call.items > 0 && call.places[place] >= call.step)) {
            PyErr_SetString(PyExc_ValueError, "a place that no item has");
            goto done;
        }
    if (!fits(&call.handle, call.items) || !fits(&call.index, call.items)) {
        PyErr_SetString(PyExc_ValueError, "an argument is one number, or a 64-bit number for each item");
        goto done;
    }
    for (size_t known = 0; known < sizeof SHAPES / sizeof *SHAPES; known++)
        if (!strcmp(shape, SHAPES[known].shape)) {
            SHAPES[known].loop(&call);
            goto done;
        }
    PyErr_SetString(PyExc_ValueError, "a shape that is not known");
done:
    release(&call.handle);
    release(&call.index);
    if (results.obj)
        PyBuffer_Release(&results);
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}

/* The page that is loaded ahead: one, for pdfium is not to be used by two threads at once. It is the thread's while it holds the lock. */
static struct {
    void *(*load_page)(void *, int), *(*load_text)(void *);
    void (*close_text)(void *), (*close_page)(void *);
    void *document, *page, *text;
    int number;
    PyThread_type_lock busy;
} ahead;

static void turn_over(void *Py_UNUSED(nothing))
{
    if (ahead.text)
        ahead.close_text(ahead.text);
    if (ahead.page)
        ahead.close_page(ahead.page);
    ahead.page = ahead.load_page(ahead.document, ahead.number);
    ahead.text = ahead.page ? ahead.load_text(ahead.page) : NULL;
    PyThread_release_lock(ahead.busy);
}

static void wait(void)
{
    Py_BEGIN_ALLOW_THREADS
    PyThread_acquire_lock(ahead.busy, WAIT_LOCK);
    Py_END_ALLOW_THREADS
}

#define ADDRESS(number) ((void *)(uintptr_t)(number))

/* begin((load_page, load_text, close_text, close_page), document, number, page, text): close a page and its text, if there are any,
   and load the page of a number from 0, while Python goes on. */
static PyObject *begin(PyObject *Py_UNUSED(self), PyObject *args)
{
    unsigned long long load_page, load_text, close_text, close_page, document, page, text;
    int number;

    if (!PyArg_ParseTuple(args, "(KKKK)KiKK", &load_page, &load_text, &close_text, &close_page, &document, &number, &page, &text))
        return NULL;
    wait();
    ahead.load_page = (void *(*)(void *, int))ADDRESS(load_page);
    ahead.load_text = (void *(*)(void *))ADDRESS(load_text);
    ahead.close_text = (void (*)(void *))ADDRESS(close_text);
    ahead.close_page = (void (*)(void *))ADDRESS(close_page);
    ahead.document = ADDRESS(document), ahead.page = ADDRESS(page), ahead.text = ADDRESS(text), ahead.number = number;
    if (PyThread_start_new_thread(turn_over, NULL) == (unsigned long)-1) /* no thread could be started */
        turn_over(NULL);
    Py_RETURN_NONE;
}

/* finish(): wait for the page that was begun last; return its address and its text's, 0 for what could not be loaded. */
static PyObject *finish(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(nothing))
{
    unsigned long long page, text;

    wait();
    page = (uintptr_t)ahead.page, text = (uintptr_t)ahead.text;
    ahead.page = ahead.text = NULL;
    PyThread_release_lock(ahead.busy);
    return Py_BuildValue("KK", page, text);
}

static PyMethodDef methods[] = {
    {"each", each, METH_VARARGS, "Call a function of a shape for each item."},
    {"begin", begin, METH_VARARGS, "Begin to load a page in the place of another."},
    {"finish", finish, METH_NOARGS, "Return the page that was begun."},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_calls", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__calls(void)
{
    if (!ahead.busy && !(ahead.busy = PyThread_allocate_lock()))
        return PyErr_NoMemory();
    return PyModuleDef_Init(&module);
}
